# classes of exceptions made from Python code, called and raised bare
class Own(Exception):
    pass


class Both(ValueError, KeyError):
    pass


class WithInit(Exception):
    def __init__(self, a):
        self.a = a


class WithNew(Exception):
    def __new__(cls, *a):
        print("new", a)
        return super().__new__(cls, *a)


class Inherits(WithInit):
    pass


class MyOS(OSError):
    pass


def attempt(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e.args, e, e.__dict__, e.__context__, e.__cause__)


def bare(cls):
    def f():
        raise cls
    return f


def called(cls, *a):
    def f():
        raise cls(*a)
    return f


for cls in (ValueError, KeyError, Own, Both, StopIteration, OSError, MyOS, WithNew, SystemExit, UnicodeError, RecursionError, KeyboardInterrupt):
    attempt(bare(cls))
    attempt(called(cls, 1))
    attempt(called(cls, 2, "two"))
attempt(bare(WithInit))
attempt(called(WithInit, 5))
attempt(called(Inherits, 6))
attempt(bare(UnicodeDecodeError))
attempt(bare(ExceptionGroup))
attempt(called(ValueError, [1], {}))
attempt(lambda: ValueError(x=1))
print(repr(Own(1)), repr(ValueError()), StopIteration(4).value, OSError(2, "gone").errno)
Own.__init__ = lambda self, *a: print("late", a)
attempt(called(Own, 9))


class K:
    kind = "K"

    @classmethod
    def c(cls, *a, **k):
        return cls.__name__, a, k

    @staticmethod
    def s(*a):
        return a

    @classmethod
    def mro(cls):
        return "own mro"


class L(K):
    pass


def use(x):
    return x.c(1, z=2), x.s(3), x.c()


print(use(K), use(L), use(K()), use(L()))
print(K.__mro__ == (K, object))
try:
    K.c.missing
except AttributeError as e:
    print(e)
K.s = classmethod(lambda cls, *a: (cls.kind, a))
print(use(L))
