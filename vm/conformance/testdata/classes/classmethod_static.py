# classmethod and staticmethod objects: wrapping, calling, attributes, nesting
class C:
    @classmethod
    def cm(cls, *a):
        """cm doc"""
        return cls.__name__, a
    @staticmethod
    def sm(*a):
        """sm doc"""
        return a
class D(C): pass
print(C.cm(1), C().cm(2), D.cm(3), D().sm(4), C.sm())
print(type(C.__dict__["cm"]).__name__, type(C.__dict__["sm"]).__name__)
raw = C.__dict__["sm"]
print(raw(5), raw.__func__(6), raw.__wrapped__(7), raw.__doc__, raw.__name__)
cm = C.__dict__["cm"]
print(cm.__func__.__name__, cm.__doc__, cm.__isabstractmethod__)
try:
    cm(1)
except TypeError as e:
    print(e)
print(cm.__get__(None, D)(8), C.cm.__self__ is C, C.cm.__func__ is cm.__func__)
class E:
    lens = staticmethod(len)
    new = classmethod(dict.fromkeys.__func__ if hasattr(dict.fromkeys, "__func__") else lambda c, x: (c.__name__, x))
    cp = classmethod(property(lambda cls: cls.__name__ + " prop"))
print(E.lens("abc"), E().lens([1]), E.new("x")[1], E.cp, E().cp)
class M(type):
    def only_meta(cls): return "m"
    @classmethod
    def mcm(mcs): return mcs.__name__
class F(metaclass=M): pass
print(F.only_meta(), F.mcm())
try:
    classmethod()
except TypeError as e:
    print(e)
print(repr(staticmethod(5)).split("(")[0], staticmethod(5).__get__(0), classmethod(5).__func__)
def f(x, y: int = 1) -> str: return x
s = staticmethod(f)
print(s.__annotations__, s.__qualname__, s("direct"))
