# Packages: __init__, submodules, relative imports, attributes set on the parent
import sys, os
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "pkgs"))
try:
    import pack
except ImportError as e:
    print(type(e).__name__, e)
print("pack" in sys.modules, sorted(n for n in sys.modules if n.startswith("pack")))
