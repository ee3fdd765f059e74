import sys, os, tempfile, shutil
import importlib, importlib.util as u, importlib.machinery as m, importlib.abc as a

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

d = tempfile.mkdtemp()
def put(name, text):
    os.makedirs(os.path.dirname(f'{d}/{name}'), exist_ok=True)
    with open(f'{d}/{name}', 'w') as f:
        f.write(text)
put('foo.py', 'x = 1\nprint("run", __name__, os.path.basename(__file__) if "os" in dir() else "")\n')
put('pk/__init__.py', 'y = 2')
put('pk/sub.py', 'from . import y\nz = y + 1')
put('ns/q.py', 'w = 5')
sys.path.insert(0, d)
try:
    print(importlib.import_module('foo').x, importlib.import_module('.sub', 'pk').z, importlib.import_module('ns.q').w, importlib.import_module('pk.sub').__name__)
    sys.modules['foo'].extra = 1
    print(importlib.reload(sys.modules['foo']).extra)
    s = u.find_spec('foo')
    print(s.name, repr(s.parent), s.has_location, s.submodule_search_locations)
    del sys.modules['foo']
    s = u.find_spec('foo')
    mod = u.module_from_spec(s)
    s.loader.exec_module(mod)
    print(mod.x, mod.__file__ == d + '/foo.py', mod.__spec__ is s, 'foo' in sys.modules)
    s = u.spec_from_file_location('bar', d + '/pk/__init__.py')
    print(s.submodule_search_locations == [d + '/pk'], type(s.loader).__name__, s.loader.get_source('bar'), s.loader.is_package('bar'))
    print(u.spec_from_file_location('odd', d + '/pk.unknown'))
    print(u.find_spec('nonexist'), u.find_spec('sys').origin, u.find_spec('pk.sub').name, u.resolve_name('..a', 'x.y'), u.resolve_name('abs', None))
    show(lambda: importlib.import_module('.a'))
    show(lambda: importlib.import_module(''))
    show(lambda: importlib.import_module('nope.x'))
    show(lambda: importlib.import_module('..a', 'x'))
    show(lambda: importlib.reload(3))
    show(lambda: u.resolve_name('...a', 'x.y'))
    show(lambda: u.find_spec('.x'))

    class L(a.Loader):
        def exec_module(self, module):
            module.val = 42
    class F(a.MetaPathFinder):
        def find_spec(self, name, path, target=None):
            if name == 'virt':
                return u.spec_from_loader(name, L())
    f = F()
    sys.meta_path.append(f)
    import virt
    print(virt.val, type(virt.__spec__.loader).__name__, virt.__spec__.origin)
    sys.meta_path.remove(f)
    class S(a.SourceLoader):
        def get_filename(self, n): return '<mem>'
        def get_data(self, p): return b'k = 7'
    sp = u.spec_from_loader('mem', S())
    mm = u.module_from_spec(sp)
    sp.loader.exec_module(mm)
    print(mm.k, mm.__file__, sp.origin)
    lazy = u.LazyLoader.factory(m.SourceFileLoader)
    sp = u.spec_from_file_location('foo', d + '/foo.py', loader=lazy('foo', d + '/foo.py'))
    mm = u.module_from_spec(sp)
    sys.modules['foo'] = mm
    sp.loader.exec_module(mm)
    print('not run yet')
    print(mm.x)
    print(m.SOURCE_SUFFIXES, m.ModuleSpec('n', None, origin='o', is_package=True), m.ModuleSpec('a.b', None).parent)
    print(m.FileFinder(d, (m.SourceFileLoader, ['.py'])).find_spec('foo').name, m.PathFinder.find_spec('foo').name, m.FileFinder(d).find_spec('foo'))
    importlib.invalidate_caches()
    with open(d + '/fresh.py', 'w') as h:
        h.write('v = 1')
    importlib.invalidate_caches()
    print(importlib.import_module('fresh').v, issubclass(m.SourceFileLoader, a.SourceLoader), isinstance(m.PathFinder, type))
    mod = type(sys)('made')
    exec('a = 1', mod.__dict__)
    print(mod.a, mod)
finally:
    sys.path.remove(d)
    shutil.rmtree(d)
