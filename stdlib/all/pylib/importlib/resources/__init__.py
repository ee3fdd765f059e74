"""Files that come with a package."""

import contextlib
import functools
import os
import pathlib
import tempfile
import types
import warnings
from typing import Union

from .abc import ResourceReader, Traversable

__all__ = ['Package', 'Resource', 'ResourceReader', 'as_file', 'contents', 'files', 'is_resource', 'open_binary',
           'open_text', 'path', 'read_binary', 'read_text']

Package = Union[types.ModuleType, str]
Resource = str


def _package(package):
    module = package
    if isinstance(package, str):
        import importlib
        module = importlib.import_module(package)
    if module.__spec__.submodule_search_locations is None:
        raise TypeError(f'{package!r} is not a package')
    return module


class _NoFiles(Traversable):
    """The contents of a reader that has names only."""

    def __init__(self, reader, name, child=None):
        self._reader, self._name, self._child = reader, name, child

    @property
    def name(self):
        return self._name if self._child is None else self._child

    def iterdir(self):
        if self._child is not None or self._reader is None:
            return iter(())
        return (_NoFiles(self._reader, self._name, item) for item in self._reader.contents())

    def is_dir(self):
        return self._child is None

    def is_file(self):
        return self._child is not None and self._reader is not None and self._reader.is_resource(self._child)

    def joinpath(self, *descendants):
        return _NoFiles(self._reader, self._name, '/'.join(map(os.fspath, descendants)))

    __truediv__ = joinpath

    def open(self, mode='r', *args, **kwargs):
        if self._child is None or self._reader is None:
            raise FileNotFoundError("Can't open orphan path" if self._reader is None else self._name)
        file = self._reader.open_resource(self._child)
        if 'b' in mode:
            return file
        import io
        return io.TextIOWrapper(file, *args, **kwargs)


def files(package):
    """The package, by name or itself, as a folder: a Traversable."""
    module = _package(package)
    spec = module.__spec__
    get_reader = getattr(spec.loader, 'get_resource_reader', None)
    reader = get_reader(spec.name) if get_reader is not None else None
    if reader is None and getattr(spec.loader, 'path', None) is not None:
        from .readers import FileReader
        reader = FileReader(spec.loader)
    if hasattr(reader, 'files'):
        return reader.files()
    return _NoFiles(reader, spec.name)


def _write(target, source):
    target = target / source.name
    if source.is_dir():
        target.mkdir()
        for item in source.iterdir():
            _write(target, item)
    else:
        target.write_bytes(source.read_bytes())
    return target


@functools.singledispatch
@contextlib.contextmanager
def as_file(path):
    """A context manager: the Traversable as a path in the file system, made for the time where there is none."""
    with tempfile.TemporaryDirectory() as folder:
        yield _write(pathlib.Path(folder), path)


@as_file.register
@contextlib.contextmanager
def _(path: pathlib.Path):
    yield path


# The functions from before files(), deprecated.

def _deprecated(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        warnings.warn(f'{func.__name__} is deprecated. Use files() instead. Refer to '
                      'https://importlib-resources.readthedocs.io/en/latest/using.html#migrating-from-legacy for '
                      'migration advice.', DeprecationWarning, stacklevel=2)
        return func(*args, **kwargs)
    return wrapper


def _plain_name(path):
    parent, name = os.path.split(str(path))
    if parent:
        raise ValueError(f'{path!r} must be only a file name')
    return name


@_deprecated
def open_binary(package, resource):
    """A binary file."""
    return (files(package) / _plain_name(resource)).open('rb')


@_deprecated
def read_binary(package, resource):
    """The bytes of a resource."""
    return (files(package) / _plain_name(resource)).read_bytes()


@_deprecated
def open_text(package, resource, encoding='utf-8', errors='strict'):
    """A text file."""
    return (files(package) / _plain_name(resource)).open('r', encoding=encoding, errors=errors)


def _text(package, resource, encoding, errors):
    with (files(package) / _plain_name(resource)).open('r', encoding=encoding, errors=errors) as file:
        return file.read()


@_deprecated
def read_text(package, resource, encoding='utf-8', errors='strict'):
    """The text of a resource."""
    return _text(package, resource, encoding, errors)


@_deprecated
def contents(package):
    """The names in the package."""
    return [path.name for path in files(package).iterdir()]


@_deprecated
def is_resource(package, name):
    """Whether there is a resource of that name."""
    resource = _plain_name(name)
    return any(child.name == resource and child.is_file() for child in files(package).iterdir())


@_deprecated
def path(package, resource):
    """A context manager that gives the path of a resource."""
    return as_file(files(package) / _plain_name(resource))
