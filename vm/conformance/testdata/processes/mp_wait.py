import multiprocessing as mp
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
    a, b = mp.Pipe(); p = mp.Process(target=b.recv); p.start(); print(wait([p.sentinel], 0)); a.send(1); print(wait([p.sentinel]) == [p.sentinel]); p.join()
    a, b = mp.Pipe(); print(wait([a], 0.01)); b.send(1); print(wait([a], 60) == [a])
