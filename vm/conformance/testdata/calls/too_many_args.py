# Too many positional arguments: counts, ranges, keyword-only remarks
def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

def f0(): pass
def f1(a): pass
def f2(a, b=1): pass
def f3(a, b=1, c=2): pass
def k(a, *, b): pass
def k2(a, *, b, c): pass
def k3(*, b=1): pass

class C:
    def m(self): pass
    def n(self, a=1): pass

attempt(f0, 1)
attempt(f0, 1, 2)
attempt(f1, 1, 2)
attempt(f2, 1, 2, 3)
attempt(f2, *range(10))
attempt(f3, 1, 2, 3, 4)
attempt(k, 1, 2)
attempt(k, 1, 2, b=3)
attempt(k2, 1, 2, b=3, c=4)
attempt(k3, 1)
attempt(k3, 1, b=2)
attempt(C().m, 1)
attempt(C().n, 1, 2)
attempt(C, 1)
attempt(lambda: 0, 1)
