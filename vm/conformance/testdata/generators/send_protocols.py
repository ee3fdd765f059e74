# Coroutines by send: accumulators, state machines, schedulers
def averager():
    total = count = 0
    avg = None
    while True:
        term = yield avg
        if term is None: return count, avg
        total += term
        count += 1
        avg = total / count
a = averager()
next(a)
print([a.send(v) for v in (10, 20, 30)])
try:
    a.send(None)
except StopIteration as e:
    print(e.value)
def collect(results, key):
    while True:
        results[key] = yield from averager()
res = {}
for key, values in {"a": [1, 2], "b": [5]}.items():
    c = collect(res, key)
    next(c)
    for v in values: c.send(v)
    c.send(None)
print(res)
def task(name, n):
    for i in range(n):
        print(name, i)
        yield
    return name
from collections import deque
def schedule(*tasks):
    q, done = deque(tasks), []
    while q:
        t = q.popleft()
        try:
            next(t)
            q.append(t)
        except StopIteration as e:
            done.append(e.value)
    return done
print(schedule(task("A", 2), task("B", 3), task("C", 1)))
def machine():
    state = "idle"
    while True:
        ev = yield state
        match state, ev:
            case "idle", "start": state = "running"
            case "running", "pause": state = "paused"
            case "paused", "start": state = "running"
            case _, "stop": return "stopped"
m = machine()
next(m)
print([m.send(e) for e in ("start", "pause", "bogus", "start")])
try: m.send("stop")
except StopIteration as e: print(e.value)
def echo():
    r = None
    while True: r = (yield r) or "nothing"
e = echo()
next(e)
print(e.send(1), e.send(0), e.send([2]))
def multi():
    x, y = (yield), (yield)
    print(x, y)
    z = [(yield 1), (yield 2)]
    print(z)
m = multi()
m.send(None); m.send("x"); print(m.send("y")); print(m.send("z1"))
try: m.send("z2")
except StopIteration: pass
