# a namespace package's __path__ follows sys.path
import importlib
import importlib.util
import os
import sys
import tempfile

top = tempfile.mkdtemp()


def show(x):
    return repr(x).replace(top, 'TOP')


for part in ('one', 'two', 'three'):
    os.makedirs(f'{top}/{part}/space/inner')
    with open(f'{top}/{part}/space/mod_{part}.py', 'w') as f:
        f.write(f'where = {part!r}')
    with open(f'{top}/{part}/space/inner/leaf_{part}.py', 'w') as f:
        f.write(f'leaf = {part!r}')
sys.path.insert(0, top + '/one')
import space
import space.inner
print(type(space.__path__).__name__, type(space.__path__).__module__, show(space.__path__), len(space.__path__))
print(space.__file__, type(space.__loader__).__name__, space.__spec__.origin, show(space.__spec__.submodule_search_locations))
try:
    import space.mod_two
except ModuleNotFoundError as e:
    print(e)
sys.path.append(top + '/two')
import space.mod_two
from space.inner import leaf_two
print(space.mod_two.where, leaf_two.leaf, show(list(space.__path__)), show(list(space.inner.__path__)))
sys.path.remove(top + '/one')
print(show(list(space.__path__)), top + '/one/space' in space.__path__, show(space.__path__[0]))
space.__path__.append(top + '/three/space')
import space.mod_three
print(space.mod_three.where, space.__loader__.is_package('space'), repr(space.__loader__.get_source('space')))
spec = importlib.util.find_spec('space')
print(spec is space.__spec__, spec.parent, spec.has_location, spec.cached)
r = importlib.reload(space)
print(r is space, show(r.__path__))
