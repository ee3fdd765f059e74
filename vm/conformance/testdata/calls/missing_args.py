# Missing arguments: singular, plural, keyword-only, and the qualified names in messages
def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

def f0(): pass
def f1(a): pass
def f2(a, b): pass
def f3(a, b, c): pass
def f4(a, b, c, d): pass
def k1(*, a): pass
def k2(*, a, b): pass
def k3(a, *, b, c, d): pass

class C:
    def m(self, x): pass
    @staticmethod
    def s(x): pass
    @classmethod
    def c(cls, x): pass
    def __init__(self, need): pass

for f in (f1, f2, f3, f4, k1, k2, k3):
    attempt(f)
attempt(f3, 1)
attempt(f3, b=1)
attempt(f4, 1, d=2)
attempt(k3, 1, c=2)
attempt(C)
attempt(C(1).m)
attempt(C.m)
attempt(C.m, 1)
attempt(C.s)
attempt(C.c)
attempt(lambda x, y: 0)
def outer():
    def inner(a): pass
    return inner
attempt(outer())
