# Multiple inheritance: cooperative super, mixins, attribute resolution, diamonds
class Base:
    def __init__(self, **kw):
        super().__init__()
        self.rest = kw
    def hi(self): return ["Base"]
class A(Base):
    def __init__(self, a=1, **kw):
        super().__init__(**kw)
        self.a = a
    def hi(self): return ["A"] + super().hi()
class B(Base):
    def __init__(self, b=2, **kw):
        super().__init__(**kw)
        self.b = b
    def hi(self): return ["B"] + super().hi()
class C(A, B):
    def hi(self): return ["C"] + super().hi()
c = C(a=5, b=6, z=7)
print(c.a, c.b, c.rest, c.hi(), [k.__name__ for k in C.__mro__])
class JsonMixin:
    def to_json(self): return "{" + ", ".join(f"{k}={v}" for k, v in sorted(vars(self).items())) + "}"
class EqMixin:
    def __eq__(self, o): return type(self) is type(o) and vars(self) == vars(o)
class P(JsonMixin, EqMixin):
    def __init__(self, x): self.x = x
print(P(1).to_json(), P(1) == P(1), P(1) != P(2), P.__hash__)
class X: v = "X"
class Y(X): pass
class Z(X): v = "Z"
class W(Y, Z): pass
print(W.v, W().v, W.__mro__[2].__name__)
class L(list, Base): pass
l = L([1, 2])
print(l, l.hi() if True else 0, isinstance(l, list))
class Num(int, JsonMixin): pass
print(Num(5) + 1, Num(5).to_json())
class Err(ValueError, KeyError): pass
try: raise Err("both")
except KeyError as e: print(type(e).__name__, e, isinstance(e, ValueError))
