# __main__: names of the main module, running a file's code under another name
import sys, os
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "pkgs"))
import __main__
print(__main__.__name__, __main__ is sys.modules["__main__"], __main__.__dict__ is globals(), sys.argv[1:], os.path.basename(__file__), sys.path[1] == os.path.dirname(os.path.abspath(__file__)))
import main_like
import main_like.__main__ as other
print(other is __main__, other.__name__)
g = {"__name__": "<run_path>"}
with open(os.path.join(sys.path[0], "future_mod.py")) as f: exec(compile(f.read(), "future_mod.py", "exec"), g)
print(g["LIST"], g["__name__"])
