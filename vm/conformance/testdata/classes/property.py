# property: getter, setter, deleter, docs, errors, subclasses
class C:
    def __init__(self): self._x = 1
    @property
    def x(self):
        """The x."""
        return self._x
    @x.setter
    def x(self, v):
        if v < 0:
            raise ValueError("negative")
        self._x = v
    @x.deleter
    def x(self):
        self._x = None
    @property
    def ro(self): return "ro"
    wo = property(fset=lambda self, v: setattr(self, "_x", v))
    none = property()

c = C()
c.x = 5
print(c.x, C.x.__doc__, type(C.x).__name__)
del c.x
print(c.x)
def attempt(code):
    try:
        exec(code, {"c": c, "C": C})
    except Exception as e:
        print(type(e).__name__, e)
attempt("c.x = -1")
attempt("c.ro = 1")
attempt("del c.ro")
attempt("c.wo")
attempt("c.wo = 7")
print(c.x)
attempt("c.none")
attempt("c.none = 1")
attempt("property(1, 2, 3, 4, 5)")
print(C.x.fget(c), C.x.fset is not None, C.ro.fset, C.wo.fget)
p = property(lambda s: 1, doc="given")
print(p.__doc__, p.getter(lambda s: 2).fget(0), p.setter(None).__doc__)
class D(C):
    @C.x.getter
    def x(self): return "D" + str(self._x)
d = D()
d.x = 3
print(d.x)
class Sub(property):
    def __get__(self, obj, owner=None):
        return ("sub", super().__get__(obj, owner)) if obj else self
class E:
    y = Sub(lambda s: 9)
print(E().y)
class G:
    @property
    def fails(self): raise AttributeError("inside")
    def __getattr__(self, n): return "getattr " + n
print(G().fails)
C.x = "now a plain attribute"
print(c.x)
