# __main__: names of the main module, runpy-like execution of packages
import sys, os, runpy
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "pkgs"))
import __main__
print(__main__.__name__, __main__ is sys.modules["__main__"], __main__.__dict__ is globals(), sys.argv[1:], os.path.basename(__file__), sys.path[1] == os.path.dirname(os.path.abspath(__file__)))
mod = runpy.run_module("main_like", run_name="__main__")
print(mod["__name__"])
g = runpy.run_path(os.path.join(sys.path[0], "future_mod.py"))
print(g["LIST"], g["__name__"])
