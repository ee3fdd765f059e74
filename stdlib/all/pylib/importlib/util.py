"""Tools for programs that import modules in their own way."""

import sys
import types

from ._bootstrap import (MAGIC_NUMBER, _find_spec, _resolve_name, cache_from_source, decode_source, module_from_spec,
                         source_from_cache, spec_from_file_location, spec_from_loader)
from .abc import Loader


def source_hash(source_bytes):
    """A hash of source code, as checked pycs hold it."""
    import _imp
    return _imp.source_hash(int.from_bytes(MAGIC_NUMBER, 'little'), source_bytes)


def resolve_name(name, package):
    """The absolute form of a module name that may be relative to package."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {repr(name)} (required for relative module names)')
    level = 0
    while level < len(name) and name[level] == '.':
        level += 1
    return _resolve_name(name[level:], package, level)


def find_spec(name, package=None):
    """The spec of a module, imported already or not; None when it is not found. Imports the parent packages."""
    fullname = resolve_name(name, package) if name.startswith('.') else name
    module = sys.modules.get(fullname, _MISSING)
    if module is not _MISSING:
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f'{name}.__spec__ is not set') from None
        if spec is None:
            if fullname in sys.builtin_module_names:
                return _find_spec(fullname, None)
            raise ValueError(f'{name}.__spec__ is None')
        return spec
    parent_name = fullname.rpartition('.')[0]
    path = None
    if parent_name:
        parent = __import__(parent_name, fromlist=['__path__'])
        try:
            path = parent.__path__
        except AttributeError as e:
            raise ModuleNotFoundError(f'__path__ attribute not found on {parent_name!r} while trying to find '
                                      f'{fullname!r}', name=fullname) from e
    return _find_spec(fullname, path)


_MISSING = object()


class _LazyModule(types.ModuleType):
    """A module that is executed when an attribute is first asked for."""

    def __getattribute__(self, attr):
        self.__class__ = types.ModuleType       # from here on attributes are found as usual
        spec = self.__spec__
        name = spec.name
        before = spec.loader_state['__dict__']
        kind = spec.loader_state['__class__']
        now = self.__dict__
        changed = {key: value for key, value in now.items()
                   if key not in before or id(now[key]) != id(before[key])}
        spec.loader.exec_module(self)
        if name in sys.modules and id(self) != id(sys.modules[name]):
            raise ValueError(f'module object for {name!r} substituted in sys.modules during a lazy load')
        now.update(changed)     # what was set meanwhile wins
        self.__class__ = kind
        return getattr(self, attr)

    def __delattr__(self, attr):
        self.__getattribute__(attr)     # load first
        delattr(self, attr)


class LazyLoader(Loader):
    """Wraps a loader: the module's code runs when it is first used."""

    @staticmethod
    def __check_eager_loader(loader):
        if not hasattr(loader, 'exec_module'):
            raise TypeError('loader must define exec_module()')

    @classmethod
    def factory(cls, loader):
        """A callable that makes a lazy loader around an instance of loader."""
        cls.__check_eager_loader(loader)
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def __init__(self, loader):
        self.__check_eager_loader(loader)
        self.loader = loader

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        """Only make the module lazy."""
        spec = module.__spec__
        spec.loader = self.loader
        module.__loader__ = self.loader
        spec.loader_state = {'__dict__': module.__dict__.copy(), '__class__': module.__class__}
        module.__class__ = _LazyModule
