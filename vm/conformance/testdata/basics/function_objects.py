# Functions stored in containers, passed, returned, compared, with attributes
def add(a, b): return a + b
def sub(a, b): return a - b
ops = {"+": add, "-": sub, "*": lambda a, b: a * b, "max": max}
print([f(7, 3) for f in ops.values()], ops["+"] is add, add in ops.values())
def compose(*fs):
    def run(x):
        for f in fs: x = f(x)
        return x
    return run
print(compose(str, len, lambda n: n * 10)(12345), compose()(5))
add.calls = 0
def counted(f):
    def inner(*a):
        inner.calls += 1
        return f(*a)
    inner.calls = 0
    return inner
c = counted(sub)
c(1, 2); c(3, 4)
print(c.calls, add.calls, sorted([3, -5, 1], key=abs), list(map(add, [1, 2], [3, 4])), (lambda *a, **k: (a, k))(1, x=2), [g() for g in [lambda i=i: i * i for i in range(4)]])
def fact(n, f=None): return 1 if n < 2 else n * fact(n - 1)
g, fact = fact, (lambda n: -1)
print(g(3), fact(3))
