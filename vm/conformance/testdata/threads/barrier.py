import threading

def attempt(f, *args, **kwargs):
    try:
        print('->', f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, '|', e)

def together(n, f):
    ts = [threading.Thread(target=f, args=(i,)) for i in range(n)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()

b = threading.Barrier(3)
print(b.parties, b.n_waiting, b.broken)
log = []

def three_rounds(i):
    for round in range(3):
        log.append((round, b.wait()))

together(3, three_rounds)
for round in range(3):
    print(round, sorted(n for r, n in log if r == round))
print(b.n_waiting, b.broken)

b = threading.Barrier(1)
print(b.wait(), b.wait())

actions = []
b = threading.Barrier(2, action=lambda: actions.append(len(actions)))
together(2, lambda i: (b.wait(), b.wait()))
print(actions)

# An action that raises breaks the barrier: its thread gets the error, the others a BrokenBarrierError.
b = threading.Barrier(3, action=lambda: 1 / 0)
seen = []

def meet(i):
    try:
        b.wait()
    except Exception as e:
        seen.append(type(e).__name__)

together(3, meet)
print(sorted(seen), b.broken)
attempt(b.wait)
b.reset()
print(b.broken, b.n_waiting)

b = threading.Barrier(2, timeout=0.01)
attempt(b.wait)
print(b.broken)
attempt(b.wait, 5)
b.reset()
attempt(b.wait, timeout=0.01)
b.reset()
print(b.broken)
attempt(threading.Barrier)
