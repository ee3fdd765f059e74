# ExceptionGroup: construction, attributes, split, subgroup, derive, nesting, errors
def attempt(f, *a):
    try:
        print(repr(f(*a)))
    except Exception as e:
        print(type(e).__name__, e)
g = ExceptionGroup("msg", [ValueError(1), TypeError(2), ExceptionGroup("in", [KeyError(3), ValueError(4)])])
print(g, repr(g), g.message, len(g.exceptions), g.args[0])
print(g.subgroup(ValueError), g.subgroup((KeyError,)), g.subgroup(OSError))
m, r = g.split(ValueError)
print(repr(m))
print(repr(r))
print(g.split(lambda e: isinstance(e, ExceptionGroup)))
print(g.split(OSError)[0], g.split(Exception)[1], g.split(Exception)[0] is g)
attempt(ExceptionGroup)
attempt(ExceptionGroup, "x")
attempt(ExceptionGroup, "x", [])
attempt(ExceptionGroup, "x", 5)
attempt(ExceptionGroup, 5, [ValueError()])
attempt(ExceptionGroup, "x", [5])
attempt(ExceptionGroup, "x", [ValueError])
attempt(ExceptionGroup, "x", [KeyboardInterrupt()])
attempt(ExceptionGroup, "x", (ValueError(),))
attempt(BaseExceptionGroup, "x", [KeyboardInterrupt()])
attempt(BaseExceptionGroup, "x", [ValueError()])
attempt(g.split, 5)
attempt(g.subgroup, "x")
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, issubclass(ExceptionGroup, Exception), ExceptionGroup.__mro__[1].__name__)
class MyGroup(ExceptionGroup):
    def __new__(cls, msg, excs, code=0):
        self = super().__new__(cls, msg, excs)
        self.code = code
        return self
    def derive(self, excs): return MyGroup(self.message, excs, self.code)
mg = MyGroup("mine", [ValueError(1), KeyError(2)], 7)
a, b = mg.split(KeyError)
print(repr(a), a.code, repr(b), b.code)
class NoDerive(ExceptionGroup): pass
x, y = NoDerive("nd", [ValueError(1), KeyError(2)]).split(KeyError)
print(type(x).__name__, type(y).__name__)
g.__cause__ = KeyError("cause")
print(repr(g.subgroup(ValueError).__cause__), isinstance(g.exceptions, tuple))
try:
    g.exceptions = ()
except AttributeError as e:
    print(e)
attempt(lambda: ExceptionGroup[int])
print(ExceptionGroup("one", [ValueError()]), ExceptionGroup("two", [ValueError(), KeyError()]))
class BadBase(ExceptionGroup, ValueError): pass
attempt(BadBase, "b", [OSError(1)])
