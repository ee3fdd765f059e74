# super in its forms
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


class A:
    x = 'A.x'
    def f(self): return 'A.f'
    @classmethod
    def c(cls): return 'A.c ' + cls.__name__
    @staticmethod
    def s(): return 'A.s'
    @property
    def p(self): return 'A.p'
class B(A):
    x = 'B.x'
    def f(self): return 'B.f > ' + super().f()
    @classmethod
    def c(cls): return 'B.c > ' + super().c()
    @staticmethod
    def s(): return 'B.s > ' + super(B, B).s()
    @property
    def p(self): return 'B.p > ' + super().p
    def attr(self): return super().x
    def nested(self):
        def inner(): return super(B, self).f()
        return inner()
    def lam(self): return (lambda: super(B, self).x)()
    def missing(self): return super().nothing
    def gen(self): yield super().f()
    def deleted(self):
        del self
        return super().f()
    def rebound(self):
        self = 3
        return super().f()
    def noargs(): return super().f()
    def many(*args): return super().f()
class C(B): pass
b, c = B(), C()
for n in ('f', 's', 'attr', 'nested', 'lam', 'missing', 'deleted', 'rebound', 'many'):
    t(getattr(b, n)); t(getattr(c, n))
t(b.c); t(C.c); t(lambda: b.p); t(lambda: list(c.gen())); t(B.noargs)
t(lambda: super(B, c).f()); t(lambda: super(A, c).f()); t(lambda: super(int, c)); t(lambda: super(3, c)); t(lambda: super(B, B).c())
t(lambda: super().f()); t(lambda: repr(super(B, b))[:14]); t(lambda: super(B).__self__); t(lambda: super(B, c).__thisclass__.__name__)
t(lambda: super(B, c).__self_class__.__name__); t(lambda: super(B).__get__(c, C).f()); t(lambda: super(B, b).__class__)
def setx(): super(B, b).x = 5
t(setx)
class D(A):
    def __getattribute__(self, n): return 'ga ' + n
    def f(self): return super().f()
t(lambda: D.f(D())); t(lambda: D().f)
class E:
    def __init_subclass__(cls, **kw): super().__init_subclass__(); cls.kw = kw
class F(E, a=1): pass
print(F.kw)
