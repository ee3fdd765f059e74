# __new__ in immutable subclasses, caches, returning other types, __init__ skipped
class Temp(float):
    def __new__(cls, v, unit="C"):
        self = float.__new__(cls, v)
        self.unit = unit
        return self
    def __init__(self, v, unit="C"): self.inited = True
t = Temp(36.6, unit="F")
print(t, t.unit, t.inited)
class Cached:
    _c = {}
    def __new__(cls, k):
        if k not in cls._c:
            cls._c[k] = super().__new__(cls)
        return cls._c[k]
    def __init__(self, k):
        self.n = getattr(self, "n", 0) + 1
print(Cached(1) is Cached(1), Cached(1).n, Cached(2).n)
class Factory:
    def __new__(cls, kind):
        if cls is Factory:
            cls = {"a": SubA, "b": SubB}[kind]
        return object.__new__(cls)
    def __init__(self, kind): self.kind = kind
class SubA(Factory): pass
class SubB(Factory): pass
print(type(Factory("a")).__name__, Factory("b").kind)
class Other:
    def __new__(cls): return [1, 2]
    def __init__(self): print("never")
print(Other())
class P(tuple):
    __slots__ = ()
    def __new__(cls, x, y): return tuple.__new__(cls, (x, y))
    x = property(lambda s: s[0])
    y = property(lambda s: s[1])
    def _replace(self, **k): return type(self)(**{"x": self.x, "y": self.y, **k})
p = P(1, 2)
print(p, p.x, p._replace(y=5))
print(type(P.__dict__["__new__"]).__name__, P.__new__(P, 3, 4))
class Meth:
    __new__ = lambda cls, *a: (cls.__name__, a)
print(Meth(1, 2))
for f in (lambda: int.__new__(), lambda: int.__new__(5), lambda: object.__new__(list), lambda: tuple.__new__(list), lambda: float.__new__(MyI)):
    try:
        f()
    except (TypeError, NameError) as e:
        print(e)
