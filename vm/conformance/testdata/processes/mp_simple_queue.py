import multiprocessing as mp
def child(q, r):
    while (x := q.get()) is not None: r.put(x + 1)
if __name__ == '__main__':
    for m in 'fork', 'spawn':
        c = mp.get_context(m); q, r = c.SimpleQueue(), c.SimpleQueue(); p = c.Process(target=child, args=(q, r)); p.start()
        for i in 1, 2.5, 10 ** 30: q.put(i); print(r.get())
        q.put(None); p.join(); print(p.exitcode, q.empty()); q.close()
