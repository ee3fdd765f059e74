# isinstance and issubclass: tuples, unions, __class__ overrides, abstract protocols, errors
class A: pass
class B(A): pass
print(isinstance(B(), A), isinstance(A(), B), issubclass(B, A), issubclass(A, (int, A)), isinstance(1, (str, (float, (int,)))))
print(isinstance(1, int | str), issubclass(bool, int | None), isinstance(None, int | None), isinstance(1.0, int | str))
class Liar:
    @property
    def __class__(self): return A
print(isinstance(Liar(), A), isinstance(Liar(), Liar), type(Liar()) is Liar)
class Fake:
    __bases__ = ()
class FakeCls:
    def __init__(self, *b): self.__bases__ = b
x = FakeCls()
y = FakeCls(x)
print(issubclass(y, x), issubclass(x, y))
def attempt(*a):
    f, *rest = a
    try:
        print(f(*rest))
    except TypeError as e:
        print(e)
attempt(isinstance, 1, 5)
attempt(isinstance, 1, (5,))
attempt(issubclass, 1, int)
attempt(issubclass, int, 5)
attempt(isinstance, 1, (int, 5))
attempt(isinstance, 1, ())
attempt(isinstance, 1, list[int])
attempt(issubclass, list, list[int])
attempt(isinstance, 1, "int")
class Meta(type):
    def __instancecheck__(cls, o): return "checked"
    def __subclasscheck__(cls, o): return []
class M(metaclass=Meta): pass
print(isinstance(1, M), issubclass(int, M), isinstance(M(), M), Meta.__instancecheck__(M, 1))
class Bad(type):
    def __instancecheck__(cls, o): raise ValueError("instancecheck")
class N(metaclass=Bad): pass
try:
    isinstance(1, N)
except ValueError as e:
    print(e)
print(isinstance(N(), N), isinstance(type, object), isinstance(object, type), issubclass(type, object))
from collections.abc import Iterable, Hashable, Callable, Sized
print(isinstance([], Iterable), isinstance([], Hashable), isinstance(len, Callable), isinstance(5, Sized))
