import threading
import time

def meet(b, i, seen):
    try:
        seen.append(b.wait())
    except threading.BrokenBarrierError as e:
        seen.append(repr(e))

def waiting(n, b):
    seen = []
    ts = [threading.Thread(target=meet, args=(b, i, seen)) for i in range(n)]
    for t in ts:
        t.start()
    while b.n_waiting < n:
        time.sleep(0.001)
    return ts, seen

b = threading.Barrier(4)
ts, seen = waiting(3, b)
print(b.n_waiting)
b.abort()
for t in ts:
    t.join()
print(seen, b.broken, b.n_waiting)
try:
    b.wait()
except threading.BrokenBarrierError as e:
    print('broken', e.args, isinstance(e, RuntimeError))
b.reset()
print(b.broken)

ts, seen = waiting(2, b)
b.reset()
for t in ts:
    t.join()
print(seen, b.broken, b.n_waiting)

ts, seen = waiting(3, b)
print(b.wait())
for t in ts:
    t.join()
print(sorted(seen), b.broken)
