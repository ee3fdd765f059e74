"""Importing modules by name, and again."""

import sys

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

from builtins import __import__


def invalidate_caches():
    """Let all finders of sys.meta_path look at the file system anew."""
    for finder in sys.meta_path:
        if hasattr(finder, 'invalidate_caches'):
            finder.invalidate_caches()
    bootstrap = sys.modules.get('importlib._bootstrap')
    if bootstrap is not None:
        bootstrap._NamespacePath._epoch += 1


def find_loader(name, path=None):
    """The loader of a module, None when there is none. Deprecated: use importlib.util.find_spec()."""
    import warnings
    warnings.warn('Deprecated since Python 3.4 and slated for removal in Python 3.12; use importlib.util.find_spec() '
                  'instead', DeprecationWarning, stacklevel=2)
    try:
        loader = sys.modules[name].__loader__
        if loader is None:
            raise ValueError(f'{name}.__loader__ is None')
        return loader
    except KeyError:
        pass
    except AttributeError:
        raise ValueError(f'{name}.__loader__ is not set') from None
    from ._bootstrap import _find_spec
    spec = _find_spec(name, path)
    if spec is None:
        return None
    if spec.loader is None:
        if spec.submodule_search_locations is None:
            raise ImportError(f'spec for {name} missing loader', name=name)
        raise ImportError('namespace packages do not have loaders', name=name)
    return spec.loader


def import_module(name, package=None):
    """Import a module and return it, itself and not its top-level package. A name that starts with dots is relative
    to package."""
    level = 0
    if name.startswith('.'):
        if not package:
            raise TypeError('the \'package\' argument is required to perform a relative import for '
                            f'{name!r}')
        while level < len(name) and name[level] == '.':
            level += 1
        if not isinstance(package, str):
            raise TypeError('__package__ not set to a string')
        bits = package.rsplit('.', level - 1)
        if len(bits) < level:
            raise ImportError('attempted relative import beyond top-level package')
        rest = name[level:]
        name = f'{bits[0]}.{rest}' if rest else bits[0]
    elif not name:
        raise ValueError('Empty module name')
    module = sys.modules.get(name)
    if module is not None and not getattr(getattr(module, '__spec__', None), '_initializing', False):
        return module
    __import__(name)
    return sys.modules[name]


_RELOADING = {}


def reload(module):
    """Execute a module's code again, in the same module object."""
    try:
        name = module.__spec__.name
    except AttributeError:
        try:
            name = module.__name__
        except AttributeError:
            raise TypeError('reload() argument must be a module') from None
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    if name in _RELOADING:
        return _RELOADING[name]
    from ._bootstrap import _exec, _find_spec
    _RELOADING[name] = module
    try:
        parent = name.rpartition('.')[0]
        path = None
        if parent:
            try:
                path = sys.modules[parent].__path__
            except KeyError:
                raise ImportError(f'parent {parent!r} not in sys.modules', name=parent) from None
        spec = module.__spec__ = _find_spec(name, path, module)
        if spec is None:
            raise ModuleNotFoundError(f'spec not found for the module {name!r}', name=name)
        _exec(spec, module)
        return sys.modules[name]     # it may have replaced itself
    finally:
        _RELOADING.pop(name, None)
