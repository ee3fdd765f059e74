# property corners
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


class P:
    def __init__(self): self._x = 1
    @property
    def x(self):
        """doc x"""
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): del self._x
    w = property(None, lambda self, v: print('set', v), doc='only write')
    r = property(lambda self: 5)
    n = property()
p = P(); p.x = 4
t(lambda: p.x); del p.x; t(lambda: p.x); t(lambda: p.w); p.w = 3
def s(n): setattr(p, n, 1)
def d(n): delattr(p, n)
for n in 'rnw': t(s, n); t(d, n); t(getattr, p, n)
t(lambda: P.x.__doc__); t(lambda: P.w.__doc__); t(lambda: P.x.fget.__name__); t(lambda: P.r.fset); t(lambda: type(P.x))
t(lambda: P.x.__get__(None, P) is P.x); t(lambda: P.x.__set__(p, 9)); t(lambda: p._x); t(lambda: P.x.__isabstractmethod__)
class Sub(property): pass
class Q:
    @Sub
    def x(self): "sub doc"; return 7
    y = x.setter(lambda self, v: None)
t(lambda: (type(Q.x).__name__, Q.x.__doc__, type(Q.y).__name__, Q().y)); t(lambda: type(property(1))); t(lambda: property(fget=len, doc='d').__doc__)
def attr(): P.x.foo = 1
t(attr)
def ro(): P.x.fget = 1
t(ro)
P.x.__doc__ = 'new'; print(P.x.__doc__)
class K(P):
    @P.x.getter
    def x(self): return 'K.x'
k = K(); k.x = 2; print(k.x, k._x, K.x.__doc__)
class Err:
    @property
    def a(self): return self.missing
    def __getattr__(self, n): return 'fallback ' + n
print(Err().a)
class Err2:
    @property
    def a(self): raise AttributeError('inner')
    def __getattr__(self, n): return 'fb ' + n
print(Err2().a)
