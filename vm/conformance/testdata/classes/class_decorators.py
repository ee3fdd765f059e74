# Decorators on classes: adding methods, wrapping, registering, singletons, replacing by other objects
registry = {}
def register(name):
    def deco(cls):
        registry[name] = cls
        cls.reg = name
        return cls
    return deco
def add_repr(cls):
    cls.__repr__ = lambda self: f"{cls.__name__}({vars(self)})"
    return cls
def singleton(cls):
    inst = None
    def get(*a, **k):
        nonlocal inst
        if inst is None: inst = cls(*a, **k)
        return inst
    return get
@register("a")
@add_repr
class A:
    def __init__(self, x): self.x = x
@singleton
class Config:
    def __init__(self, v): self.v = v
print(A(1), A.reg, registry, Config(1) is Config(2), Config(3).v, Config.__name__)
def counted(cls):
    class Wrapped(cls):
        made = 0
        def __init__(self, *a):
            Wrapped.made += 1
            super().__init__(*a)
    Wrapped.__name__ = cls.__name__
    return Wrapped
@counted
class B:
    def __init__(self, v): self.v = v
    def double(self): return self.v * 2
print(B(1).double(), B(2).double(), B.made, B.__name__, B.__mro__[1].__qualname__)
@tuple
@sorted
@(lambda cls: [n for n in vars(cls) if not n.startswith("_")])
class Names:
    z = 1
    a = 2
print(Names)
def traced(cls):
    for n, f in list(vars(cls).items()):
        if callable(f) and not n.startswith("__"):
            def wrap(f=f, n=n):
                def inner(*a): print("call", n, a[1:]); return f(*a)
                return inner
            setattr(cls, n, wrap())
    return cls
@traced
class T:
    def f(self, x): return x + 1
    def g(self): return self.f(1)
print(T().g())
