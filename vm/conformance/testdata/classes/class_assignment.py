# Assigning __class__, __bases__, __name__ and __qualname__
class A:
    def who(self): return "A"
class B:
    def who(self): return "B"
class S:
    __slots__ = ("x",)
a = A()
a.v = 1
a.__class__ = B
print(a.who(), a.v, type(a) is B)
def attempt(fn):
    try:
        fn()
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)

attempt(lambda: setattr(a, "__class__", 5))
attempt(lambda: setattr(a, "__class__", int))
attempt(lambda: setattr(a, "__class__", S))
attempt(lambda: setattr(5, "__class__", A))
attempt(lambda: delattr(a, "__class__"))
class Base1:
    def hello(self): return "one"
class Base2:
    def hello(self): return "two"
class D(Base1): pass
d = D()
print(d.hello())
D.__bases__ = (Base2,)
print(d.hello(), D.__mro__[1].__name__, Base1.__subclasses__(), Base2.__subclasses__() == [D])
attempt(lambda: setattr(D, "__bases__", ()))
attempt(lambda: setattr(D, "__bases__", 5))
attempt(lambda: setattr(D, "__bases__", (D,)))
attempt(lambda: setattr(D, "__bases__", (int,)))
D.__name__ = "Renamed"
print(D.__name__, D.__qualname__, D)
D.__qualname__ = "Q.D"
print(D)
attempt(lambda: setattr(D, "__name__", 5))
attempt(lambda: setattr(D, "__name__", "a\0b"))
attempt(lambda: setattr(int, "__name__", "x"))
attempt(lambda: setattr(int, "foo", 1))
attempt(lambda: delattr(D, "__name__"))
D.__doc__ = "new doc"
print(D.__doc__)
D.__module__ = "elsewhere"
print(D)
