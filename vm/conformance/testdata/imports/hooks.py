# sys.meta_path finders, loaders, sys.path changes at run time
import sys, importlib.abc, importlib.machinery, importlib.util, os
class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        if name.startswith("virtual_"):
            print("find", name, path)
            return importlib.machinery.ModuleSpec(name, self)
    def create_module(self, spec): return None
    def exec_module(self, module):
        print("exec", module.__name__)
        module.value = len(module.__name__)
        exec("def f(): return value * 2", module.__dict__)
f = Finder()
sys.meta_path.insert(0, f)
import virtual_one
import virtual_one as v
from virtual_two import value
print(virtual_one.value, v.f(), value, virtual_one.__spec__.loader is f, virtual_one.__loader__ is f)
sys.meta_path.remove(f)
try: import virtual_three
except ModuleNotFoundError as e: print(e)
d = f"/tmp/minipy-test-{os.getpid()}"
os.mkdir(d)
with open(os.path.join(d, "made_now.py"), "w") as fh: fh.write("x = 'written at run time'\n")
sys.path.append(d)
importlib.invalidate_caches()
import made_now
print(made_now.x, os.path.dirname(made_now.__file__) == d)
spec = importlib.util.spec_from_file_location("other_name", os.path.join(d, "made_now.py"))
m = importlib.util.module_from_spec(spec)
spec.loader.exec_module(m)
print(m.__name__, m.x, "other_name" in sys.modules)
for root, dirs, files in os.walk(d, topdown=False):
    for n in files: os.remove(os.path.join(root, n))
    for n in dirs: os.rmdir(os.path.join(root, n))
os.rmdir(d)
print(importlib.util.find_spec("math") is not None, importlib.util.find_spec("no_such_abc"))
