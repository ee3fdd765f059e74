# Modules that fail to import: removed from sys.modules, retried, syntax errors
import sys, os
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "pkgs"))
for _ in range(2):
    try: import fails
    except ValueError as e: print(e, "fails" in sys.modules)
try: import bad_syntax
except SyntaxError as e: print(type(e).__name__, e.msg, e.lineno, os.path.basename(e.filename))
print("bad_syntax" in sys.modules)
for name in ("no_such_module_xyz", "os.no_such", "no_such.deeper", "sys.x"):
    try: __import__(name)
    except ImportError as e: print(type(e).__name__, e, e.name)
def lazy():
    try: import also_missing_xyz
    except ImportError: also_missing_xyz = None
    return also_missing_xyz
print(lazy())
try:
    import json, no_such_1, os
except ImportError: print("json" in globals())
