import multiprocessing as mp
def waiter(c, q):
    with c: q.put('in'); c.wait(); q.put('out')
def setter(e, q): q.put(e.wait(0.01)); q.put(e.wait(60)); q.put(e.is_set())
if __name__ == '__main__':
    q = mp.SimpleQueue(); c = mp.Condition(); ps = [mp.Process(target=waiter, args=(c, q)) for _ in range(3)]; [p.start() for p in ps]
    print([q.get() for _ in ps])
    with c: c.notify()
    print(q.get())
    with c: c.notify_all()
    print(q.get(), q.get()); [p.join() for p in ps]
    with c: print(c.wait(0.01), c.wait_for(lambda: 0, 0.01), c.wait_for(lambda: 5))
    try: c.notify()
    except AssertionError as e: print(e)
    e = mp.Event(); print(e.is_set()); p = mp.Process(target=setter, args=(e, q)); p.start(); print(q.get()); e.set(); print(q.get(), q.get()); p.join(); e.clear(); print(e.is_set())
