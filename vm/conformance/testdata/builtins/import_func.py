# __import__, importlib.import_module, modules as objects
import sys, types, importlib
m = __import__("os.path")
print(m.__name__, __import__("os.path", fromlist=["join"]) is m.path, __import__("math") is sys.modules["math"], importlib.import_module("os.path") is m.path, importlib.import_module("collections.abc").__name__)
x = types.ModuleType("x", "the doc")
x.value = 5
sys.modules["x"] = x
import x as y
from x import value
print(y is x, value, x.__doc__, x.__name__, x.__dict__["value"], repr(x), x.__loader__, x.__spec__, x.__package__)
del sys.modules["x"]
try: import x as gone
except ModuleNotFoundError as e: print(e)
try: x.missing
except AttributeError as e: print(e)
x.__getattr__ = lambda n: "dyn " + n
print(x.anything)
del x.value
try: types.ModuleType()
except TypeError as e: print(e)
try: types.ModuleType(5)
except TypeError as e: print(e)
class M(types.ModuleType):
    @property
    def prop(self): return "computed"
    def __call__(self): return "called"
mm = M("mm")
sys.modules["mm"] = mm
import mm
print(mm.prop, mm(), isinstance(mm, types.ModuleType))
import os.path as osp, json as j, collections.abc
print(osp.join("a", "b"), j.dumps([1]), collections.abc.Sized.__name__)
def f():
    from math import pi as P, floor
    import string
    return P > 3, floor(2.5), string.digits
print(f(), __name__, __doc__, __package__, __spec__, "__file__" in globals(), __builtins__ is not None)
import builtins
real = builtins.__import__
log = []
def fake(name, *a, **k):
    log.append((name, len(a)))
    return real(name, *a, **k)
builtins.__import__ = fake
import bisect
from heapq import heappush, heappop
builtins.__import__ = real
print([l for l in log if l[0] in ("bisect", "heapq")])
