# Namespace packages: folders without __init__
import sys, os
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "pkgs"))
import ns_space
print(ns_space.__name__, hasattr(ns_space, "__file__") and ns_space.__file__, type(ns_space.__path__).__name__, len(list(ns_space.__path__)), hasattr(ns_space, "part"))
import ns_space.part
print(ns_space.part.where)
from ns_space import part
print(part is ns_space.part)
try: from ns_space import nope
except ImportError as e: print(str(e).split(" (")[0])
