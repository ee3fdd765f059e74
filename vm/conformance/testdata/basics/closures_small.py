# Counters, accumulators, memo tables and callbacks by closures
def counter(start=0):
    n = start
    def up(step=1):
        nonlocal n
        n += step
        return n
    return up
a, b = counter(), counter(10)
print(a(), a(), b(5), a(), b())
def acc():
    items = []
    def add(x): items.append(x); return sum(items) / len(items)
    return add
avg = acc()
print([avg(x) for x in (10, 20, 60)])
def power(n): return lambda x: x ** n
print([f(3) for f in map(power, range(4))], power(2)(power(3)(2)))
handlers = {}
def on(name):
    def deco(f): handlers.setdefault(name, []).append(f); return f
    return deco
@on("hi")
def one(x): return x + 1
@on("hi")
def two(x): return x * 2
print([h(5) for h in handlers["hi"]], one(1), len(handlers))
fs = []
for i in range(3): fs.append(lambda i=i: i)
print([f() for f in fs], [f() for f in [lambda: i for i in range(3)]])
