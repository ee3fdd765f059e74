# Keyword-only and positional-only parameters in all mixtures
def f(a, /, b, *, c): return a, b, c
def g(a, b=2, /, c=3, *, d=4, e): return a, b, c, d, e
def h(*, a, b=1, **kw): return a, b, kw
def i(*args, sep=",", **kw): return args, sep, kw
def j(a, /): return a
def k(*, k): return k

print(f(1, 2, c=3), f(1, b=2, c=3))
print(g(1, e=5), g(1, 2, 3, e=5, d=6), g(1, c=9, e=0))
print(h(a=1), h(b=2, a=3, z=4))
print(i(), i(1, 2, sep=";"), i(1, x=2))
print(j(5), k(k=6))
lam = lambda a, /, b=2, *args, c, d=4, **kw: (a, b, args, c, d, kw)
print(lam(1, c=3), lam(1, 2, 3, c=4, e=5))

def shadow(self, /, **kwargs):
    return self, kwargs

print(shadow(1, self=2))
code = g.__code__
print(code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames[:5])
code = i.__code__
print(code.co_argcount, code.co_kwonlyargcount, code.co_varnames, code.co_flags & 0x0C)
