# Attributes and str of the builtin exceptions
for e in (Exception(), Exception(1), Exception(1, 2), Exception("a"), KeyError("k"), KeyError(), KeyError(1, 2), KeyError("with 'quote'"), StopIteration(5),
          StopIteration(), StopIteration(1, 2), SystemExit(3), SystemExit(), SystemExit("bye"), SystemExit(1, 2), ValueError("x", 1), StopAsyncIteration(1), AssertionError("a"), ImportError("m", name="n", path="p"),
          AttributeError("a"), NameError("n"), MemoryError(), RecursionError("r"), GeneratorExit(), KeyboardInterrupt(), Warning("w"), UserWarning()):
    print(repr(e), "|", str(e), "|", e.args)
print(StopIteration(5).value, StopIteration().value, StopIteration(1, 2).value, SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code)
i = ImportError("msg", name="n", path="p")
print(i.name, i.path, i.msg, ImportError().msg, ImportError(1, 2).msg)
a = AttributeError("msg", name="n", obj=5)
print(a.name, a.obj, AttributeError().name, NameError("x", name="y").name)
for bad in (lambda: ImportError(foo=1), lambda: NameError(obj=1), lambda: AttributeError(x=1), lambda: Exception(x=1), lambda: KeyError(k=1)):
    try:
        bad()
    except TypeError as e:
        print(e)
e = ValueError(1, 2)
e.args = (3,)
print(repr(e), e.args)
e.args = [4, 5]
print(e.args)
e.custom = "attr"
print(e.__dict__)
class MyErr(Exception):
    def __init__(self, code, **kw):
        self.code = code
m = MyErr(5, k=1)
print(m.args, m.code, str(m), repr(m))
class Str(Exception):
    def __str__(self): return "custom str"
print(Str(1), repr(Str(1)), [Str(2)])
class Slots(Exception): __slots__ = ("x",)
s = Slots(1)
s.x = 2
s.y = 3
print(s.x, s.y)
print(Exception.__bases__, KeyError.__mro__[1:3])
x = ValueError("a").with_traceback(None)
print(repr(x), x.__traceback__)
try:
    x.with_traceback(5)
except TypeError as err:
    print(err)
n = KeyError.__new__(KeyError, 1, 2)
print(n.args, repr(n))
n.__init__(9)
print(n.args)
