# importlib.resources over packages of files and of folders
import importlib
import os
import sys
import tempfile
import warnings
from importlib import resources

top = tempfile.mkdtemp()
sys.path.insert(0, top)
os.makedirs(top + '/pkg/sub')
for name, text in [('pkg/__init__.py', ''), ('pkg/a.txt', 'héllo\n'), ('pkg/sub/b.txt', 'deep'), ('pkg/mod.py', 'x = 1')]:
    with open(os.path.join(top, name), 'w', encoding='utf-8') as file:
        file.write(text)
os.makedirs(top + '/spaces')
with open(top + '/spaces/c.bin', 'wb') as file:
    file.write(b'\0\1')

root = resources.files('pkg')
print(type(root).__name__, sorted(x.name for x in root.iterdir() if x.name != '__pycache__'))
print((root / 'a.txt').read_text(encoding='utf-8'), root.joinpath('sub', 'b.txt').read_bytes(), (root / 'sub').is_dir())
print((root / 'nothing').is_file(), isinstance(root, resources.abc.Traversable))
with resources.as_file(root / 'a.txt') as path:
    print(path.name, path.exists())
import pkg.mod
try:
    resources.files('pkg.mod')
except TypeError as e:
    print(type(e).__name__, str(e)[:20])
ns = resources.files('spaces')
print(type(ns).__name__, [x.name for x in ns.iterdir()], (ns / 'c.bin').read_bytes())
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    print(resources.read_text('pkg', 'a.txt'), resources.is_resource('pkg', 'sub'), resources.is_resource('pkg', 'a.txt'))
    print(resources.read_binary('pkg', 'a.txt'))
    with resources.path('pkg', 'a.txt') as path:
        print(path.name)
    print({str(w.category.__name__) for w in seen})
    try:
        resources.read_text('pkg', 'sub/b.txt')
    except ValueError as e:
        print(e)
