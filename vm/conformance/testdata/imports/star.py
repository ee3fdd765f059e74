# from module import *: underscore names, __all__, errors, inside exec
import sys, os
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "pkgs"))
before = set(globals())
from star_mod import *
print(sorted(n for n in globals() if n not in before and n != "before"), "_private" in globals(), math.floor(1.5), f())
from star_all import *
print(_private, one, "two" in globals())
try: from star_bad import *
except AttributeError as e: print(e)
ns = {}
exec("from star_mod import *", ns)
print(sorted(n for n in ns if not n.startswith("__")))
import types
m = types.ModuleType("m")
m.__all__ = ("a",)
m.a = 1
sys.modules["m"] = m
from m import *
print(a)
class C:
    exec("from star_mod import *")
print(C.public)
try: compile("def g():\n  from math import *", "f", "exec")
except SyntaxError as e: print(e.msg)
