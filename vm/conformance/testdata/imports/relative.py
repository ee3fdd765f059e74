# Relative imports between the modules of a package; order of loading; sys.modules
import sys, os
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "pkgs"))
import good.a
print(good.a.use(), good.b.B, good.c.late(), good.a.b is good.b, sorted(n for n in sys.modules if n.startswith("good")), good.__name__, good.a.__package__, good.a.__name__, good.__path__ is not None, hasattr(good.a, "__path__"), good.__doc__)
from good import a as alias, b
from good.c import C as renamed
import good.b as gb
print(alias is good.a, b is gb, renamed)
try: from good import nothing
except ImportError as e: print(str(e).split(" (")[0], e.name)
try: import good.nothing
except ModuleNotFoundError as e: print(e, e.name)
try: import good.a.deeper
except ModuleNotFoundError as e: print(e)
try: from .x import y
except ImportError as e: print(e)
print(good.a.__spec__.name, good.__spec__.name, good.a.__spec__.parent, good.a.__file__.endswith("a.py"), os.path.basename(good.__file__), repr(good.a).startswith("<module 'good.a' from "))
def f():
    import good.c
    return sorted(locals()), good.c.C
print(f())
