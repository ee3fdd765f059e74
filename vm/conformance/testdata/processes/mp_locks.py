import multiprocessing as mp
def add(l, c, n):
    for _ in range(n):
        with l: c.value += 1
if __name__ == '__main__':
    for m in 'fork', 'spawn':
        x = mp.get_context(m); l = x.Lock(); c = x.RawValue('i', 0); ps = [x.Process(target=add, args=(l, c, 200)) for _ in range(3)]
        [p.start() for p in ps]; [p.join() for p in ps]; print(c.value)
    l = mp.Lock(); print(l, l.acquire(), l, l.acquire(False), l.acquire(timeout=0.01)); l.release()
    try: l.release()
    except ValueError as e: print(e)
    r = mp.RLock(); print(r, r.acquire(), r.acquire(), r); r.release(); r.release()
    try: r.release()
    except AssertionError as e: print(e)
    s = mp.Semaphore(2); print(s, s.acquire(), s.acquire(), s.acquire(False), s, s.get_value()); s.release(); s.release(); s.release(); print(s)
    b = mp.BoundedSemaphore(1); print(b, b.acquire(), b); b.release()
    try: b.release()
    except ValueError as e: print(e)
    print(mp.Condition(), mp.Barrier(2).parties)
