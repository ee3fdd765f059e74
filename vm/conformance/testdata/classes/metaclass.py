# Metaclasses: __new__, __init__, __call__, __prepare__, keywords, inheritance
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        return {"injected": 1}
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print("call", a, k)
        return super().__call__(*a, **k)
    def meth(cls):
        return "meta method on " + cls.__name__
    @property
    def prop(cls):
        return cls.__name__.lower()

class A(metaclass=Meta, flag=True):
    x = injected + 1
    def __init__(self, v): self.v = v

class B(A): pass
b = B(5)
print(b.v, B.x, B.meth(), B.prop, type(B).__name__)
try:
    b.meth()
except AttributeError as e:
    print(e)
class Interesting(type):
    def __len__(cls): return 42
    def __getitem__(cls, k): return cls.__name__ + "[" + str(k) + "]"
    def __contains__(cls, k): return k == "yes"
    def __iter__(cls): return iter("abc")
    def __repr__(cls): return "<I " + cls.__name__ + ">"
    def __bool__(cls): return False
    def __add__(cls, o): return "added"
    def __getattr__(cls, n): return "dyn " + n
    def __instancecheck__(cls, o): return o == 7
    def __subclasscheck__(cls, c): return c is int
class I(metaclass=Interesting): pass
print(len(I), I[3], "yes" in I, list(I), I, bool(I), I + 1, I.foo, isinstance(7, I), issubclass(int, I), issubclass(str, I))
