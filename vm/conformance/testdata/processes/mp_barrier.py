import multiprocessing as mp, threading
def child(b, q):
    try: q.put(b.wait())
    except threading.BrokenBarrierError: q.put('broken')
if __name__ == '__main__':
    b = mp.Barrier(3); q = mp.SimpleQueue()
    for _ in range(2):
        ps = [mp.Process(target=child, args=(b, q)) for _ in range(3)]; [p.start() for p in ps]; [p.join() for p in ps]; print(sorted(q.get() for _ in ps))
    p = mp.Process(target=child, args=(b, q)); p.start()
    while not b.n_waiting: pass
    b.abort(); print(q.get(), b.broken); p.join(); b.reset(); print(b.broken, b.n_waiting, b.parties)
    try: b.wait(0.01)
    except threading.BrokenBarrierError: print('timed out', b.broken)
