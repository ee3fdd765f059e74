# modules' specs and loaders
import importlib.abc
import importlib.machinery
import importlib.util
import os
import sys
import tempfile

top = tempfile.mkdtemp()
sys.path.insert(0, top)
os.mkdir(top + '/box')
for name, text in [('plain.py', '"""doc"""\nv = 1\n'), ('box/__init__.py', 'w = 2\n'), ('box/item.py', 'from . import w\n')]:
    with open(f'{top}/{name}', 'w') as f:
        f.write(text)


def show(x):
    return repr(x).replace(top, 'TOP')


import plain, box.item
for m in (plain, box, box.item):
    s = m.__spec__
    print(m.__name__, show(m), type(s).__name__, type(s.loader).__name__, type(s.loader).__module__, m.__loader__ is s.loader)
    print(' ', s.name, show(s.origin), s.has_location, s.parent, show(s.submodule_search_locations), s.loader_state, s.cached.endswith('.pyc'))
    print(' ', s.loader.name, show(s.loader.path), s.loader.is_package(m.__name__), repr(s.loader.get_source(m.__name__)), s.loader.get_data(m.__file__))
    print(' ', s.loader.get_code(m.__name__).co_name, show(s.loader.get_filename(m.__name__)), isinstance(s.loader, importlib.machinery.SourceFileLoader))
    print(' ', list(vars(s.loader)), sorted(vars(s)))
print(isinstance(plain.__loader__, importlib.abc.SourceLoader), isinstance(plain.__loader__, importlib.abc.InspectLoader))
try:
    plain.__loader__.get_filename('other')
except ImportError as e:
    print(e, e.name)
print(sys.__spec__.name, sys.__spec__.origin, show(sys), sys.__spec__.has_location, sys.__package__ == '')
import builtins
print(builtins.__spec__.name, importlib.util.find_spec('sys').origin)
print(__spec__, type(__loader__).__name__, __loader__.name, __package__)
a, b = importlib.machinery.ModuleSpec('n', None), importlib.machinery.ModuleSpec('n', None)
print(a == b, a != b, a == 3, a, a.parent, a.cached)
b.origin = 'here'
print(a == b, b, b.has_location)
b.has_location = 5
print(b.has_location, importlib.machinery.ModuleSpec('p.q', None, is_package=True, origin='o', loader_state=4))
try:
    hash(a)
except TypeError as e:
    print(str(e)[:15])
l1 = importlib.machinery.SourceFileLoader('n', 'p')
l2 = importlib.machinery.SourceFileLoader('n', 'p')
print(l1 == l2, hash(l1) == hash(l2), l1 == importlib.machinery.SourceFileLoader('n', 'q'), vars(l1))


class Upper(importlib.machinery.SourceFileLoader):
    def get_data(self, path):
        return super().get_data(path).replace(b'1', b'100')

    def source_to_code(self, data, path):
        print('compiling', show(path), type(data).__name__)
        return super().source_to_code(data, path)


spec = importlib.util.spec_from_file_location('plain', top + '/plain.py', loader=Upper('plain', top + '/plain.py'))
m = importlib.util.module_from_spec(spec)
spec.loader.exec_module(m)
print(m.v, m.__doc__, m is plain, show(m), list(m.__dict__)[:7])
for args in [('x', None, None, ['y'], 1), ('x', 3, None, (), 1), ('x', {}, None, (), 1), ('', {}, None, (), 0), (3,), ('x', {}, {}, (), -1)]:
    try:
        __import__(*args)
    except Exception as e:
        print(args[:2], type(e).__name__, e)
print(__import__('os', None, None, None, 0).__name__, __import__('os.path').__name__, __import__('os.path', fromlist=['join']).__name__ != 'os')
try:
    __import__('y', level=1)
except Exception as e:
    print(type(e).__name__, e)
