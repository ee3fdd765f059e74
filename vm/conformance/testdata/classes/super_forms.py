# super(): two-argument forms, unbound, attribute lookups, errors
class A:
    x = "A.x"
    def m(self): return "A.m"
    @classmethod
    def c(cls): return "A.c " + cls.__name__
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"
class B(A):
    x = "B.x"
    def m(self): return "B>" + super().m()
    @classmethod
    def c(cls): return "B>" + super().c()
    @property
    def p(self): return "B>" + super().p
class C(A):
    def m(self): return "C>" + super().m()
class D(B, C):
    def m(self): return "D>" + super().m()
    def both(self): return super().x, super(B, self).m(), super(C, self).m(), super().s()
d = D()
print(d.m(), d.c(), D.c(), d.p, d.both())
print(super(B, d).m(), super(D, D).c(), super(B, D).m(d))
s = super(B, d)
print(s.__thisclass__.__name__, s.__self__ is d, s.__self_class__.__name__, s.__class__ is super)
print(repr(super(B, D)), repr(super(B)))
u = super(B)
print(u.__get__(d, D).m(), u.__self__)
def attempt(fn):
    try:
        print(fn())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: super(B, 5))
attempt(lambda: super(5, d))
attempt(lambda: super(B, d).nothing)
attempt(lambda: setattr(super(B, d), "x", 1))
attempt(lambda: super(B, d)[0])
attempt(lambda: super(1, 2, 3))
attempt(lambda: len(super(B, d)))
class L(list):
    def __getitem__(self, i): return ("L", super().__getitem__(i))
    def append(self, v): super().append(v * 2)
l = L()
l.append(4)
print(l[0], l)
class E(A):
    def __init__(self): super(E, self).__init__()
    def __setattr__(self, n, v): super().__setattr__(n, ("wrapped", v))
e = E()
e.q = 1
print(e.q)
