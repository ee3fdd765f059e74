# functools: reduce, partial, lru_cache, cache, wraps, total_ordering, singledispatch, cached_property, cmp_to_key
from functools import *
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [1, 2, 3], 10), reduce(max, [5]), reduce(None, [], "init"))
for bad in (lambda: reduce(lambda a, b: a, []), lambda: reduce(5, [1, 2]), lambda: reduce(lambda a: a, [1, 2]), lambda: reduce(lambda a, b: a, 5)):
    try: print(bad())
    except TypeError as e: print(e)
calls = []
@lru_cache(maxsize=2)
def f(x, *, y=0):
    "doc f"
    calls.append(x)
    return x * 2 + y
print(f(1), f(1), f(2), f(3), f(1), calls, f.cache_info(), f.__name__, f.__doc__, f.cache_parameters(), f.__wrapped__(7))
f.cache_clear()
print(f.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
@lru_cache(typed=True)
def t(x): return type(x).__name__
print(t(1), t(1.0), t(True), t.cache_info())
try: f([])
except TypeError as e: print(e)
def deco(fn):
    @wraps(fn)
    def inner(*a): return fn(*a)
    return inner
@deco
def g(x: int) -> str:
    "doc g"
print(g.__name__, g.__doc__, g.__wrapped__.__name__, g.__annotations__)
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(V(1) <= V(1), V(2) > V(1), V(2) >= V(3), V(1) != V(2))
try: total_ordering(type("X", (), {}))
except ValueError as e: print(e)
@singledispatch
def show(x): return "default"
@show.register
def _(x: int): return "int"
@show.register(list)
def _(x): return "list"
@show.register(str)
@show.register(bytes)
def _(x): return "text"
print(show(1), show(True), show([]), show("s"), show(b""), show(1.5), show.dispatch(bool)(0), sorted(c.__name__ for c in show.registry))
class C:
    n = 0
    @cached_property
    def p(self):
        C.n += 1
        return C.n
    @singledispatchmethod
    def m(self, x): return "base"
    @m.register
    def _(self, x: int): return "int method"
    def add(self, a, b): return a + b
    add5 = partialmethod(add, 5)
c = C()
print(c.p, c.p, c.__dict__, c.m("x"), c.m(1), c.add5(2))
del c.p
print(c.p)
print(sorted("bca", key=cmp_to_key(lambda a, b: (a < b) - (a > b))), cmp_to_key(lambda a, b: 0)(1) == cmp_to_key(lambda a, b: 0)(1))
p = partial(int, base=2)
print(p("101"), p.func, p.args, p.keywords, repr(partial(print, 1, sep="")), partial(partial(pow, 2), 5)())
