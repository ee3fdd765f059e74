from functools import lru_cache, cache

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

calls = []
@lru_cache(maxsize=2)
def f(x, y=0):
    calls.append((x, y))
    return x + y
print(f(1), f(1), f(2), f(3), f(1), calls)
print(f.cache_info(), f.cache_parameters())
f.cache_clear()
print(f.cache_info(), f.__name__, f.__wrapped__(5))
print(f(1, y=2), f(1, 2), len(calls), f.cache_info().misses)

@lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())

@cache
def g(x):
    return [x]
print(g(1) is g(1), g.cache_info(), g(1.0) is g(1))

@lru_cache(typed=True)
def h(x): return type(x).__name__
print(h(3), h(3.0), h.cache_info().currsize)
@lru_cache(maxsize=0)
def z(x): return x
z(1); z(1)
print(z.cache_info())
show(lambda: f([]))
show(lambda: lru_cache('x')(f))
class C:
    @lru_cache
    def m(self, k): return (id(self) == id(self), k)
c = C()
print(c.m(1), C.m.cache_info().hits, c.m(1), C.m.cache_info().hits)
@lru_cache
def boom(x):
    raise KeyError(x)
show(lambda: boom(1))
show(lambda: boom(1))
print(boom.cache_info())
