# repr of functions, methods, classes, modules and builtins (without addresses)
import math, sys
class C:
    def m(self): pass
    @classmethod
    def c(cls): pass
    class In: pass
def cut(o):
    return repr(o).split(" at 0x")[0]
def f():
    class L: pass
    return L, (lambda: 0), (i for i in [])
for o in (f, C, C.In, C().m, C.m, C.c, len, [].append, "".join, str.join, list.__add__, [].__add__, int, type, object,
          math.sin, f()[0], f()[1], f()[2], f()[0](), Ellipsis, NotImplemented, None, range(3), slice(1, None, 2),
          iter([]), iter(()), iter({}), iter(""), iter(range(1)), enumerate([]), zip(), map(len, []), filter(None, []),
          reversed([]), {}.keys(), {1: 2}.items(), {}.values(), type.__dict__["__name__"], C.__dict__["__dict__"],
          property(), super(C, C()), memoryview(b""), dict.fromkeys, int.__add__, (5).__add__, type(None), object.__init__, C().__init__):
    print(cut(o))
print(cut(sys), sys.__class__.__name__)
