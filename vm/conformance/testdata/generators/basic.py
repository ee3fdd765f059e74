# Generators: laziness, state, return values, exhaustion
def g():
    print("start")
    x = yield 1
    print("got", x)
    y = yield 2
    print("got", y)
    return "result"
it = g()
print(next(it))
print(it.send("a"))
try:
    it.send("b")
except StopIteration as e:
    print("stop", e.value, e.args)
try:
    next(it)
except StopIteration as e:
    print("again", e.value)
print(list(it), next(it, "default"))
def empty():
    return
    yield
print(list(empty()))
def only_return():
    if False: yield
    return 5
try:
    next(only_return())
except StopIteration as e:
    print(e.value)
def count(n):
    while n > 0:
        yield n
        n -= 1
print(list(count(3)), sum(count(4)), max(count(2)), tuple(count(2)), sorted(count(3)), dict(enumerate(count(2))), "x".join(map(str, count(3))))
a, b, *c = count(5)
print(a, b, c, 3 in count(5), [*count(2), *count(1)])
expr = (n * n for n in range(4) if n % 2)
print(expr.__name__, type(expr).__name__, next(expr), list(expr))
it = g()
try:
    it.send(5)
except TypeError as e:
    print(e)
it.close()
def infinite():
    n = 0
    while True:
        n += 1
        yield n
for v in infinite():
    if v > 3: break
print(v)
print(iter(it) is it, hasattr(it, "__len__"))
