# functools: partial, reduce, cmp_to_key, lru_cache and the rest
from functools import *
import functools
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, '|', e)
def f(a, b=2, *c, **k): return a, b, c, k
p = partial(f, 1, x=5); print(p(), p(2), p(2, 3, x=6, y=7), p.args, p.keywords, p.func is f); t(partial); t(partial, 5); t(partial(f)); t(lambda: setattr(p, 'args', 1))
q = partial(p, 9, x=1, z=2); print(q.args, q.keywords, q.func is f, q()); p.attr = 1; q = partial(p, 9); print(q.func is p, p.attr, p.__dict__)
print(partial(int, base=2)('101'), partial(int, base=2), partial(print, 1, 'a', sep='-'), partial(partial(int)))
class P(partial): pass
print(P(int, 5), type(partial(P(int), 1).func), P(int, '12')()); pr = partial(int); pr.__setstate__((pr, (pr,), {}, None)); print(pr)
print(p.__reduce__()[0]); p2 = partial(f); p2.__setstate__((f, (1,), {'k': 2}, {'zz': 3})); print(p2(), p2.zz); t(p2.__setstate__, 5)
t(reduce, lambda a, b: a + b, [1, 2, 3]); t(reduce, lambda a, b: a * b, [], 5); t(reduce, max, []); t(reduce, max, 5); t(reduce, max); t(reduce, lambda a, b: a + b, 'abc', 'z'); t(reduce, 5, [1, 2])
k = cmp_to_key(lambda a, b: b - a); print(sorted([1, 3, 2], key=k), k(1) < k(2), k(1) == k(1), k(5).obj); t(cmp_to_key); t(lambda: k(1) < 5); t(k); t(hash, k(1)); t(cmp_to_key(lambda a, b: 'x'), 1) if 0 else None
calls = []
@lru_cache(maxsize=3)
def g(x, y=0):
    calls.append(x)
    return x * 10 + y
for i in [1, 2, 3, 1, 4, 2, 1]: g(i)
print(calls, g.cache_info(), g.cache_parameters(), g.__name__, g.__wrapped__ is not None); g.cache_clear(); print(g.cache_info()); g(1); g(1.0); g(x=1); g(1, 0); g(1, y=0); print(g.cache_info(), calls[7:])
@lru_cache(None, typed=True)
def h(x, **k): return type(x).__name__
print(h(1), h(1.0), h(True), h(1), h.cache_info()); t(h, []); 
@lru_cache(0)
def z(x): return x
z(1); z(1); print(z.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
@lru_cache
def w(*a, **k): return a, k
print(w(1, 2, b=3), w(1, 2, b=3), w.cache_info(), w)if 0 else print(w(1, 2, b=3), w(1, 2, b=3), w.cache_info())
class C:
    @lru_cache()
    def m(self, x): return x + 1
    @cached_property
    def cp(self): print('once'); return 5
    @partialmethod
    def nothing(self): pass
    def setx(self, v, w=0): return ('setx', v, w)
    set5 = partialmethod(setx, 5, w=1)
c = C(); print(c.m(1), c.m(1), C.m.cache_info(), c.cp, c.cp, c.set5()); t(lru_cache, 'a'); t(lru_cache(maxsize=-5)(len), [1]); t(lru_cache(5), 5)
@lru_cache(maxsize=2)
def err(x): raise ValueError(x)
t(err, 1); t(err, 1); print(err.cache_info())
@total_ordering
class O:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __eq__(self, o): return self.v == o.v
print(O(1) <= O(1), O(2) > O(1), O(1) >= O(2))
@wraps(f)
def wr(): pass
print(wr.__name__, wr.__wrapped__ is f)
@singledispatch
def sd(x): return 'default'
@sd.register
def _(x: int): return 'int'
@sd.register(list)
def _(x): return 'list'
print(sd(1), sd([]), sd('a'), sd(True))
@lru_cache(maxsize=100)
def rec(n):
    return 1 if n == 0 else rec(n - 1) + 1
print(rec(90), rec.cache_info())
