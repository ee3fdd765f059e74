# importlib.reload, sys.modules manipulation, import order and caching
import sys, os, importlib
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "pkgs"))
import counter
import counter as again
print(again is counter, counter.n)
r = importlib.reload(counter)
print(r is counter, counter.n)
del sys.modules["counter"]
import counter as fresh
print(fresh is counter, fresh.n, counter.n)
try: importlib.reload(counter)
except ImportError as e: print(e)
sys.modules["counter"] = "anything"
import counter
print(counter)
counter = importlib.import_module("counter")
print(counter)
sys.modules["counter"] = None
try: import counter
except ModuleNotFoundError as e: print(e)
print(importlib.import_module("math") is sys.modules["math"], importlib.util.find_spec("no_such_xyz") if hasattr(importlib, "util") else None)
