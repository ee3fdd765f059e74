# Bases that cannot be combined: instance layout conflicts and final types
def define(*bases, **kw):
    try:
        return type("T", bases, kw)
    except TypeError as e:
        print(e)

define(int, str)
define(list, dict)
define(bool)
define(type(None))
define(range)
define(slice)
define(type(lambda: 0))
define(type(NotImplemented))
define(memoryview)
define(5)
define("x")
define(len)
class S1: __slots__ = ("a",)
class S2: __slots__ = ("b",)
class S0: __slots__ = ()
define(S1, S2)
print(define(S1, S0).__name__)
class MyInt(int): pass
class Plain: pass
print(define(Plain, MyInt).__mro__[2].__name__, define(MyInt, int).__base__.__name__)
define(int, MyInt)
class M1(type): pass
class M2(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
define(A, B)
try:
    class AB(A, B): pass
except TypeError as e:
    print(e)
class M3(M1, M2): pass
class AB(A, B, metaclass=M3): pass
print(type(AB).__name__)
