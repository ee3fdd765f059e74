# __import__: checks of name, level, globals and package
import sys
for a in ((1,), ("",), ("xyz_none", None, None, None, -1), ("builtins", "globals not looked at"), ("builtins", "globals", None, None, 1), ("os", {}, {}, 5), ("os.path", {}, {}, ("join",)), ("os.path", {}, {}, ()), ("os.path",), ("sys", None, None, ["path"]), (b"sys",), (None,), ("sys", {}, {}, [], 0), ("a..b",), (".sys",), ("sys ",)):
    try: print(__import__(*a).__name__)
    except Exception as e: print(type(e).__name__, e)
for k in ({"name": "string"}, {"name": "string", "fromlist": ["digits"], "level": 0}, {"nam": "x"}, {}):
    try: print(__import__(**k).__name__)
    except Exception as e: print(type(e).__name__, e)
import importlib
for a in (("string",), (".string",), ("",), (5,), (".x", "no_pkg_here"), ("..x", "a")):
    try: print(importlib.import_module(*a).__name__)
    except Exception as e: print(type(e).__name__, e)
sys.modules["odd"] = 5
import odd
print(odd, __import__("odd"))
try: from odd import real, nothing
except ImportError as e: print(str(e).split(" (")[0], odd.real)
del sys.modules["odd"]
