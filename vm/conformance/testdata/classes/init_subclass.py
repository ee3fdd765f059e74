# __init_subclass__: implicit classmethod, keyword arguments, cooperation, errors
class Base:
    registry = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.registry.append(cls.__name__)

class A(Base, tag="a"): pass
class B(A): pass
print(Base.registry, A.tag, B.tag)
try:
    class C(Base, unknown=1): pass
except TypeError as e:
    print(e)
try:
    class D(x=1): pass
except TypeError as e:
    print(e)
print(Base.registry)
class Mixin:
    def __init_subclass__(cls, mix=0, **kw):
        super().__init_subclass__(**kw)
        cls.mix = mix
class E(Mixin, Base, tag="e", mix=5): pass
print(E.tag, E.mix, type(Base.__dict__["__init_subclass__"]).__name__)
T = type("T", (Base,), {}, tag="dynamic")
print(T.tag)
class Checks:
    def __init_subclass__(cls):
        if "required" not in cls.__dict__:
            raise TypeError(f"{cls.__name__} needs 'required'")
try:
    class F(Checks): pass
except TypeError as e:
    print(e)
class G(Checks): required = 1
print(G.required, [c.__name__ for c in Checks.__subclasses__()])
class Order:
    def __init_subclass__(cls):
        print("init_subclass", cls.__name__, cls.f.name)
class N:
    def __set_name__(self, o, n):
        self.name = n
        print("set_name first")
class H(Order):
    f = N()
