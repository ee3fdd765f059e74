# sys.path_hooks and sys.path_importer_cache
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import sys
import tempfile

SOURCES = {'store://a': {'alpha': 'x = 1\nimport beta\n', 'beta': 'y = 2\n', 'pack': ('z = 3\n',), 'pack.inside': 'w = __package__\n'}}


class Loader(importlib.abc.SourceLoader):
    def __init__(self, sources, name):
        self.sources, self.name = sources, name

    def get_filename(self, fullname):
        return f'store/{fullname}'

    def get_data(self, path):
        source = self.sources[path.partition('/')[2]]
        return (source[0] if isinstance(source, tuple) else source).encode()

    def is_package(self, fullname):
        return isinstance(self.sources[fullname], tuple)


class Finder:
    def __init__(self, path):
        self.path = path
        if not path.startswith('store://'):
            raise ImportError('not mine')
        print('hook takes', path)

    def find_spec(self, fullname, target=None):
        print('asked for', fullname, target)
        sources = SOURCES[self.path]
        if fullname not in sources:
            return None
        loader = Loader(sources, fullname)
        spec = importlib.util.spec_from_loader(fullname, loader)
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations[:] = [self.path]
        return spec

    def invalidate_caches(self):
        print('forget')


print(len(sys.path_hooks) >= 1)
sys.path_hooks.insert(0, Finder)
sys.path_importer_cache.clear()
sys.path.insert(0, 'store://a')
import alpha
print(alpha.x, alpha.beta.y, alpha.__file__.endswith('store/alpha'), type(alpha.__loader__).__name__)
import pack.inside
print(pack.z, pack.inside.w, pack.__path__)
print(type(sys.path_importer_cache['store://a']).__name__)
try:
    import nothing_at_all
except ModuleNotFoundError as e:
    print(e, e.name)
importlib.invalidate_caches()
print(importlib.util.find_spec('beta').name, importlib.machinery.PathFinder.find_spec('alpha').loader.name)
print(importlib.machinery.PathFinder.find_spec('alpha', ['/nowhere']))
importlib.reload(alpha)
# an entry that nobody takes is remembered as None until the caches are invalidated
folder = tempfile.mkdtemp() + '/later'
sys.path.append(folder)
try:
    import comes_later
except ImportError as e:
    print(e)
print(sys.path_importer_cache[folder])
os.mkdir(folder)
with open(folder + '/comes_later.py', 'w') as f:
    f.write('v = 5')
importlib.invalidate_caches()
import comes_later
print(comes_later.v, type(sys.path_importer_cache[folder]).__name__)


def broken(path):
    raise ValueError('broken hook')


sys.path_hooks.insert(0, broken)
sys.path.insert(0, 'other://')
try:
    import something_else
except ValueError as e:
    print('ValueError', e)
