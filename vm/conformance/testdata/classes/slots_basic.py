# __slots__: storage, errors, inheritance, __dict__ and __weakref__
class S:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
s = S()
print(s.a, S.a, type(S.a).__name__)
def attempt(fn):
    try:
        print(fn())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: s.b)
attempt(lambda: setattr(s, "c", 1))
attempt(lambda: s.c)
attempt(lambda: s.__dict__)
attempt(lambda: delattr(s, "b"))
del s.a
attempt(lambda: s.a)
class Sub(S):
    pass
x = Sub()
x.a, x.other = 1, 2
print(x.__dict__, x.a)
class Sub2(S):
    __slots__ = ("c",)
y = Sub2()
y.a = y.b = y.c = 0
attempt(lambda: setattr(y, "d", 1))
class WithDict:
    __slots__ = ("p", "__dict__")
w = WithDict()
w.p = w.q = 1
print(w.__dict__)
import weakref
attempt(lambda: weakref.ref(s))
class Weak:
    __slots__ = ("__weakref__",)
k = Weak()
print(weakref.ref(k)() is k)
class One:
    __slots__ = "single"
o = One()
o.single = 5
print(o.single, One.__slots__)
class Gen:
    __slots__ = {"x": "doc for x", "y": None}
print(Gen.x.__doc__, sorted(Gen.__slots__))
S.a.__set__(s, 10)
print(s.a, S.a.__get__(s), S.a.__name__, S.a.__objclass__ is S)
attempt(lambda: S.a.__get__(5))
class NoSlots:
    __slots__ = ()
attempt(lambda: setattr(NoSlots(), "z", 1))
