from multiprocessing import util, Process, SimpleQueue
def child(q):
    util.Finalize(None, q.put, args=('low',), exitpriority=1); util.Finalize(None, q.put, args=('high',), exitpriority=10); util.Finalize(None, q.put, args=('same',), exitpriority=10)
if __name__ == '__main__':
    q = SimpleQueue(); p = Process(target=child, args=(q,)); p.start(); p.join(); print(q.get(), q.get(), q.get())
    f = util.Finalize(None, lambda x: x * 2, args=(4,), exitpriority=1); print(f.still_active(), f(), f.still_active(), f())
    f = util.Finalize(None, print, exitpriority=1); f.cancel(); print(f)
    for a in (None, print), (None, print, (), None, 'x'):
        try: util.Finalize(*a)
        except (ValueError, TypeError) as e: print(e)
