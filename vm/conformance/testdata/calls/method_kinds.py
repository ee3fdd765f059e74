# Functions as methods: assigned later, lambdas, builtins, partials, classes and callables as attributes
from functools import partial
class Callable:
    def __call__(self, *a): return ("callable", len(a))
def free(*a): return ("free", len(a))
class C:
    m = free
    l = lambda *a: ("lambda", len(a))
    b = len
    p = partial(free, 1)
    k = Callable()
    t = int
    s = staticmethod(free)
    c = classmethod(free)
    n = None
c = C()
print(c.m(), C.m(), c.l(), C.l(), c.p(), c.k(1), c.t("5"), c.s(), c.c(), C.c())
try: c.b()
except TypeError as e: print(e)
try: c.n()
except TypeError as e: print(e)
C.later = free
c.inst = free
c.bound = free.__get__(c)
print(c.later(), c.inst(), c.bound())
f = c.m
print(f(), f.__func__ is free, f.__self__ is c)
class D(C):
    def m(self): return ("override", super().m())
print(D().m(), C.m(D()), D.m(D()))
print([].append.__self__, "".join.__self__ == "", len.__self__.__name__)
g = D.m
print(g.__name__, g.__qualname__, hasattr(g, "__self__"))
C.m = lambda self: "replaced"
print(c.m(), f())
def dispatch(o, name, *a): return getattr(o, name)(*a)
print(dispatch([3, 1], "index", 1), dispatch("ab", "upper"), dispatch({}, "get", 1, 2), dispatch(5, "__add__", 6))
