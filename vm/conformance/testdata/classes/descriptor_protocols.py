# Descriptors: cached, typed, class-level, with __set_name__, shared over instances and subclasses
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, o, t=None):
        if o is None: return f"<{self.kind.__name__} field {self.name} of {t.__name__}>"
        try: return o.__dict__[self.name]
        except KeyError: raise AttributeError(f"{self.name} is not set") from None
    def __set__(self, o, v):
        if not isinstance(v, self.kind): raise TypeError(f"{self.name} wants {self.kind.__name__}, got {v!r}")
        o.__dict__[self.name] = v
    def __delete__(self, o): del o.__dict__[self.name]
class P:
    x = Typed(int)
    name = Typed(str)
class Q(P):
    extra = Typed(list)
p, q = P(), Q()
p.x, p.name = 1, "n"
q.extra = []
print(p.x, p.name, P.x, Q.x, Q.extra, p.__dict__, q.extra)
for f in (lambda: setattr(p, "x", "no"), lambda: q.x, lambda: setattr(q, "extra", ()), lambda: delattr(p, "x"), lambda: p.x, lambda: delattr(p, "x"), lambda: hasattr(q, "name")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Once:
    def __init__(self, f): self.f, self.n = f, 0
    def __get__(self, o, t):
        self.n += 1
        return self.f(o or t)
class R:
    @Once
    def who(self): return self.__name__ if isinstance(self, type) else "instance"
print(R.who, R().who, R.__dict__["who"].n)
class Meta(type):
    @property
    def upper(cls): return cls.__name__.upper()
    @upper.setter
    def upper(cls, v): cls.__name__ = v.lower()
class S(metaclass=Meta): pass
print(S.upper)
S.upper = "RENAMED"
print(S.__name__, hasattr(S(), "upper"))
class Method:
    def __init__(self, f): self.f = f
    def __get__(self, o, t=None):
        import types
        return self if o is None else types.MethodType(self.f, o)
class T:
    m = Method(lambda self, x: (self.v, x))
    def __init__(self, v): self.v = v
print(T(1).m(2), type(T.m).__name__, list(map(T(3).m, "ab")))
