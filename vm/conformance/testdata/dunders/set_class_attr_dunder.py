# Special methods taken from other objects: functions, builtins, partials, callables, staticmethods
from functools import partial
import operator
class C:
    def __init__(self, v): self.v = v
    __len__ = lambda self: self.v
    __str__ = "{0.v}".format.__self__.__class__.__str__ if False else (lambda self: f"C{self.v}")
    __getitem__ = operator.add and (lambda self, k: (self.v, k))
    __hash__ = None
    __call__ = staticmethod(lambda *a: ("static", a))
    __neg__ = property(lambda self: (lambda: "via property"))
    __iter__ = classmethod(lambda cls: iter([cls.__name__]))
print(len(C(3)), str(C(4)), C(5)[1], C(6)(7), -C(1), list(C(1)))
class Caller:
    def __init__(self, f): self.f = f
    def __call__(self, *a): return self.f(*a)
class D:
    __add__ = Caller(lambda o: ("no self", o))
    __contains__ = partial(operator.eq, 3)
    __eq__ = lambda *a: len(a)
    __lt__ = max
    __repr__ = "abc".upper
print(D() + 1, 3 in D(), 4 in D(), D() == 0, D())
try:
    D() < 1
except TypeError as e:
    print(e)
class E(int):
    __add__ = int.__sub__
    __getitem__ = int.__rshift__
print(E(5) + 3, E(8)[2])
class F:
    __len__ = 5
    __bool__ = len
try:
    len(F())
except TypeError as e:
    print(e)
try:
    bool(F())
except TypeError as e:
    print(e)
