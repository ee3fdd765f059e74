import multiprocessing as mp, os
def init(x): global X; X = x
def get(_): return X
def pid(_): return os.getpid()
if __name__ == '__main__':
    with mp.Pool(2, init, ('set',)) as p: print(p.map(get, range(3)))
    with mp.Pool(1, maxtasksperchild=2) as p: print(len(set(p.map(pid, range(6), 1))))
    with mp.get_context('spawn').Pool(1, init, (7,)) as p: print(p.map(get, range(3)))
    p = mp.Pool(1)
    try: p.join()
    except ValueError as e: print(e)
    r = p.apply_async(pid, (1,))
    try: mp.Pool(1, maxtasksperchild=0)
    except ValueError as e: print(e)
    p.terminate(); p.join(); print(str(p)[:35])
