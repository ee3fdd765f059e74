import multiprocessing as mp
from queue import Empty, Full
def child(q, r):
    for x in iter(q.get, None): r.put(x * 2)
if __name__ == '__main__':
    q, r = mp.Queue(), mp.Queue(); p = mp.Process(target=child, args=(q, r)); p.start()
    for i in range(20): q.put(i)
    q.put(None); print([r.get() for i in range(20)]); p.join()
    for f in (lambda: r.get(False)), (lambda: r.get_nowait()), (lambda: r.get(timeout=0.01)):
        try: f()
        except Empty: print('Empty')
    f = mp.Queue(2); f.put(1); f.put(2); print(f.full(), f.qsize())
    for g in (lambda: f.put(3, False)), (lambda: f.put_nowait(3)), (lambda: f.put(3, True, 0.01)):
        try: g()
        except Full: print('Full')
    print(f.get(), f.get(), f.empty()); f.close(); f.join_thread()
    for g in (lambda: f.put(3)), (lambda: f.get()):
        try: g()
        except ValueError as e: print(str(e)[-9:])
    big = 'x' * 1000000; q = mp.Queue(); q.put(big); print(q.get() == big)
