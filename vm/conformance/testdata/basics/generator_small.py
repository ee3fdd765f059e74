# Generators as programs use them
def count(n):
    while n: yield n; n -= 1
def evens(it): return (x for x in it if x % 2 == 0)
def take(n, it):
    for x in it:
        if n == 0: return
        n -= 1
        yield x
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
print(list(count(3)), sum(evens(count(10))), list(take(8, fib())), list(take(3, evens(fib()))), max(take(20, fib())))
g = count(2)
print(next(g), next(g), next(g, "done"))
def walk(d, path=""):
    for k, v in d.items():
        if isinstance(v, dict): yield from walk(v, path + k + "/")
        else: yield path + k, v
print(dict(walk({"a": 1, "b": {"c": 2, "d": {"e": 3}}})), {c: n for n, c in enumerate("abc")}, sorted((x * x for x in range(-3, 3)), reverse=True))
def lines():
    for l in "a 1\nb 2\n\nc 3".splitlines():
        if l: yield l.split()
print({k: int(v) for k, v in lines()})
