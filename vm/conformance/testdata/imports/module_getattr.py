# Module-level __getattr__ and __dir__; modules that replace themselves in sys.modules
import sys, os
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "pkgs"))
import dyn_mod
print(dyn_mod.real, dyn_mod.dyn_a, dir(dyn_mod), hasattr(dyn_mod, "other"), getattr(dyn_mod, "other", "default"))
try: dyn_mod.other
except AttributeError as e: print(e)
from dyn_mod import dyn_b, real
print(dyn_b, real)
try: from dyn_mod import missing
except ImportError as e: print(str(e).split(" (")[0])
import replaced
print(replaced.answer, replaced.foo, type(replaced).__name__)
from replaced import bar
print(bar)
import future_mod
print(future_mod.f.__annotations__, future_mod.f(1), future_mod.LIST, "annotations" in dir(future_mod), "n" in dir(future_mod))
