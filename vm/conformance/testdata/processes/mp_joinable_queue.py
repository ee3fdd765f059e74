import multiprocessing as mp
def worker(q, done):
    for x in iter(q.get, None): done.put(x); q.task_done()
    q.task_done()
if __name__ == '__main__':
    q, done = mp.JoinableQueue(), mp.SimpleQueue(); ps = [mp.Process(target=worker, args=(q, done)) for _ in range(2)]; [p.start() for p in ps]
    for i in range(10): q.put(i)
    q.join(); print(sorted(done.get() for _ in range(10))); [q.put(None) for _ in ps]; q.join(); [p.join() for p in ps]
    try: q.task_done()
    except ValueError as e: print(e)
