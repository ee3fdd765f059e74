import multiprocessing as mp, time
from multiprocessing.connection import wait
def child(c, x): c.send(x); c.close()
if __name__ == '__main__':
    rs = []
    for i in range(4):
        r, w = mp.Pipe(False); p = mp.Process(target=child, args=(w, i)); p.start(); w.close(); rs.append(r)
    got = []
    while rs:
        for r in wait(rs):
            try: got.append(r.recv())
            except EOFError: rs.remove(r)
    print(sorted(got), wait([], 0))
    p = mp.Process(target=time.sleep, args=(0.05,)); p.start(); print(wait([p.sentinel], 0), wait([p.sentinel]) == [p.sentinel]); p.join()
    a, b = mp.Pipe(); print(wait([a], 0.01)); b.send(1); print(wait([a], 1) == [a])
