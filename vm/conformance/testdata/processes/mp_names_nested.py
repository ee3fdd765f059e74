import multiprocessing as mp
def inner(q): q.put((mp.current_process().name, mp.parent_process().name))
def outer(q):
    q.put((mp.current_process().name, mp.parent_process().name))
    p = mp.Process(target=inner, args=(q,)); p.start(); p.join()
if __name__ == '__main__':
    q = mp.SimpleQueue(); p = mp.Process(target=outer, args=(q,)); p.start(); p.join(); print(q.get(), q.get()); print(mp.parent_process(), mp.current_process().name)
