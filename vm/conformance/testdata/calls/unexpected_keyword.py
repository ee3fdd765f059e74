# Unexpected keywords, multiple values, positional-only passed by name
def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

def f(a, b=2): return a, b
def p(a, b, /, c): return a, b, c
def q(a, /, **kw): return a, kw
def r(a, b=2, /): return a, b
def n(): pass

attempt(f, 1, z=3)
attempt(f, 1, a=2)
attempt(f, 1, 2, b=3)
attempt(f, x=1, y=2)
attempt(n, x=1)
attempt(p, 1, 2, 3)
attempt(p, 1, 2, c=3)
attempt(p, 1, b=2, c=3)
attempt(p, a=1, b=2, c=3)
attempt(q, 1, a=5)
attempt(q, a=5)
attempt(r, a=1)
attempt(r, 1, b=2)
class C:
    def m(self, x): pass
attempt(C().m, y=1)
attempt(C().m, 1, x=1)
attempt(C().m, self=1)
attempt(C, foo=1)
attempt(f, **{"a": 1, "bad name": 2})
