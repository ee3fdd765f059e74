"""Finders, loaders and module specs in Python.

The interpreter's own import statement takes a native short cut for plain files and for what it brings along; these
classes are for programs that load modules themselves, and for sys.meta_path and sys.path_hooks entries. What every
imported module has, its spec and its loader, is native.
"""

try:
    import os
except ImportError:
    os = None           # a program that is confined has no files of the host
import sys
import _imp
from _imp import ModuleSpec, SourceFileLoader, path_finder as _path_finder

_path_join = os.path.join if os else lambda *parts: '/'.join(parts)

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
EXTENSION_SUFFIXES = []
_PYCACHE = '__pycache__'
_OPT = 'opt-'
MAGIC_NUMBER = (3495).to_bytes(2, 'little') + b'\r\n'


_POPULATE = object()


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A spec for what a loader loads; asks the loader what is not given."""
    if origin is None:
        origin = getattr(loader, '_ORIGIN', None)
    if not origin and hasattr(loader, 'get_filename'):
        if is_package is None:
            return spec_from_file_location(name, loader=loader)
        search = [] if is_package else None
        return spec_from_file_location(name, loader=loader, submodule_search_locations=search)
    if is_package is None:
        if hasattr(loader, 'is_package'):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                is_package = None
        else:
            is_package = False
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_POPULATE):
    """A spec for a file. Without a loader its suffix decides; None when no loader takes it."""
    if location is None:
        location = '<unknown>'
        if hasattr(loader, 'get_filename'):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        location = os.fspath(location)
        try:
            location = os.path.abspath(location)
        except OSError:
            pass
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if loader is None:
        for loader_class, suffixes in _supported_file_loaders():
            if location.endswith(tuple(suffixes)):
                loader = loader_class(name, location)
                spec.loader = loader
                break
        else:
            return None
    if submodule_search_locations is _POPULATE:
        if hasattr(loader, 'is_package'):
            try:
                if loader.is_package(name):
                    spec.submodule_search_locations = []
            except ImportError:
                pass
    else:
        spec.submodule_search_locations = submodule_search_locations
    if spec.submodule_search_locations == [] and location:
        spec.submodule_search_locations.append(os.path.dirname(location))
    return spec


def _spec_from_module(module, loader=None, origin=None):
    """The spec of a module that has none, from its attributes."""
    spec = getattr(module, '__spec__', None)
    if spec is not None:
        return spec
    name = module.__name__
    if loader is None:
        loader = getattr(module, '__loader__', None)
    location = getattr(module, '__file__', None)
    if origin is None:
        origin = location if location is not None else getattr(loader, '_ORIGIN', None)
    spec = ModuleSpec(name, loader, origin=origin)
    spec._set_fileattr = origin is not None and origin == location
    spec.cached = getattr(module, '__cached__', None)
    try:
        spec.submodule_search_locations = list(module.__path__)
    except AttributeError:
        spec.submodule_search_locations = None
    return spec


def _init_module_attrs(spec, module, *, override=False):
    """Set __name__, __loader__ and the rest; only those that are missing unless override."""
    def set_if(name, value):
        if override or getattr(module, name, None) is None:
            try:
                setattr(module, name, value)
            except AttributeError:
                pass

    set_if('__name__', spec.name)
    loader = spec.loader
    if loader is None and spec.submodule_search_locations is not None:
        loader = NamespaceLoader.__new__(NamespaceLoader)
        loader._path = spec.submodule_search_locations
        spec.loader = loader
        module.__file__ = None
    set_if('__loader__', loader)
    set_if('__package__', spec.parent)
    try:
        module.__spec__ = spec
    except AttributeError:
        pass
    if spec.submodule_search_locations is not None:
        set_if('__path__', spec.submodule_search_locations)
    if spec.has_location:
        set_if('__file__', spec.origin)
        if spec.cached is not None:
            set_if('__cached__', spec.cached)
    return module


def module_from_spec(spec):
    """A new module with its attributes set, not yet executed."""
    module = None
    if hasattr(spec.loader, 'create_module'):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, 'exec_module'):
        raise ImportError('loaders that define exec_module() must also define create_module()')
    if module is None:
        module = type(sys)(spec.name)
    _init_module_attrs(spec, module)
    return module


def _exec(spec, module):
    """Execute a module that exists; returns what is in sys.modules afterwards."""
    name = spec.name
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name!r} not in sys.modules', name=name)
    try:
        if spec.loader is None:
            if spec.submodule_search_locations is None:
                raise ImportError('missing loader', name=name)
            _init_module_attrs(spec, module, override=True)
        else:
            _init_module_attrs(spec, module, override=True)
            if hasattr(spec.loader, 'exec_module'):
                spec.loader.exec_module(module)
            else:
                spec.loader.load_module(name)
    finally:
        # the module may have replaced itself; it stays at the end of sys.modules
        module = sys.modules.pop(spec.name)
        sys.modules[spec.name] = module
    return module


def _load(spec):
    """Make and execute a new module."""
    if spec.loader is not None and not hasattr(spec.loader, 'exec_module'):
        spec.loader.load_module(spec.name)
        module = sys.modules.pop(spec.name)
        sys.modules[spec.name] = module
        return module
    module = module_from_spec(spec)
    spec._initializing = True
    try:
        sys.modules[spec.name] = module
        try:
            if spec.loader is None:
                if spec.submodule_search_locations is None:
                    raise ImportError('missing loader', name=spec.name)
            else:
                spec.loader.exec_module(module)
        except:
            sys.modules.pop(spec.name, None)
            raise
    finally:
        spec._initializing = False
    module = sys.modules.pop(spec.name)
    sys.modules[spec.name] = module
    return module


_load_unlocked = _load     # the name by which the interpreter calls it


def _load_module_shim(self, fullname):
    """load_module() for loaders that have exec_module()."""
    spec = spec_from_loader(fullname, self)
    if fullname in sys.modules:
        module = sys.modules[fullname]
        _exec(spec, module)
        return sys.modules[fullname]
    return _load(spec)


def _find_spec(name, path, target=None):
    """Ask the finders in sys.meta_path."""
    meta_path = sys.meta_path
    if meta_path is None:
        raise ImportError('sys.meta_path is None, Python is likely shutting down')
    if not meta_path:
        import warnings
        warnings.warn('sys.meta_path is empty', ImportWarning)
    known = name in sys.modules
    for finder in list(meta_path):
        find_spec = getattr(finder, 'find_spec', None)
        if find_spec is None:
            continue
        spec = find_spec(name, path, target)
        if spec is None:
            continue
        if not known and name in sys.modules:
            # finding the parent has imported it
            found = getattr(sys.modules[name], '__spec__', None)
            return spec if found is None else found
        return spec
    return None


def _call_with_frames_removed(f, *args, **kwds):
    return f(*args, **kwds)


# What the interpreter brings along

class BuiltinImporter:
    """Finds and loads the modules that are part of the executable."""

    _ORIGIN = 'built-in'

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        if _imp.is_builtin(fullname):
            return spec_from_loader(fullname, cls, origin=cls._ORIGIN)
        return None

    @staticmethod
    def create_module(spec):
        return _imp.create_builtin(spec)

    @staticmethod
    def exec_module(module):
        """Nothing to do: the module is made whole."""

    @classmethod
    def get_code(cls, fullname):
        """There is no code object."""
        cls._require(fullname)

    @classmethod
    def get_source(cls, fullname):
        """There is no source."""
        cls._require(fullname)

    @classmethod
    def is_package(cls, fullname):
        """None of them is a package."""
        cls._require(fullname)
        return False

    @staticmethod
    def _require(fullname):
        if fullname not in sys.builtin_module_names:
            raise ImportError(f'{fullname!r} is not a built-in module', name=fullname)

    load_module = classmethod(_load_module_shim)


class FrozenImporter:
    """Finds nothing: what the executable holds in Python has files of its own, as far as a program can see."""

    _ORIGIN = 'frozen'

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None

    @staticmethod
    def create_module(spec):
        """The default: a new module object."""

    @classmethod
    def exec_module(cls, module):
        cls._require(module.__spec__.name)

    @staticmethod
    def _require(fullname):
        raise ImportError(f'{fullname!r} is not a frozen module', name=fullname)

    get_code = get_source = is_package = staticmethod(_require)

    load_module = classmethod(_load_module_shim)


# Files

def _cache_tag():
    tag = sys.implementation.cache_tag
    if tag is None:
        raise NotImplementedError('sys.implementation.cache_tag is None')
    return tag


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where the compiled form of a source file would be kept."""
    if debug_override is not None:
        import warnings
        warnings.warn("the debug_override parameter is deprecated; use 'optimization' instead", DeprecationWarning)
        if optimization is not None:
            raise TypeError('debug_override or optimization must be set to None')
        optimization = '' if debug_override else 1
    path = os.fspath(path)
    head, tail = os.path.split(path)
    base, dot, rest = tail.rpartition('.')
    name = (base if base else rest) + dot + _cache_tag()
    if optimization is None:
        level = sys.flags.optimize
        optimization = '' if level == 0 else level
    optimization = str(optimization)
    if optimization != '':
        if not optimization.isalnum():
            raise ValueError(f'{optimization!r} is not alphanumeric')
        name = f'{name}.{_OPT}{optimization}'
    filename = name + BYTECODE_SUFFIXES[0]
    prefix = getattr(sys, 'pycache_prefix', None)
    if prefix is not None:
        head = os.path.abspath(head)
        return _path_join(prefix, head.lstrip('/'), filename)
    return _path_join(head, _PYCACHE, filename)


def source_from_cache(path):
    """The source file for a path that cache_from_source() gave."""
    _cache_tag()
    path = os.fspath(path)
    head, name = os.path.split(path)
    found = False
    prefix = getattr(sys, 'pycache_prefix', None)
    if prefix is not None:
        stripped = prefix.rstrip('/')
        if head.startswith(stripped + '/'):
            head = head[len(stripped):]
            found = True
    if not found:
        head, folder = os.path.split(head)
        if folder != _PYCACHE:
            raise ValueError(f'{_PYCACHE} not bottom-level directory in {path!r}')
    dots = name.count('.')
    if dots not in (2, 3):
        raise ValueError(f'expected only 2 or 3 dots in {name!r}')
    if dots == 3:
        optimization = name.rsplit('.', 2)[-2]
        if not optimization.startswith(_OPT):
            raise ValueError(f'optimization portion of filename does not start with {_OPT!r}')
        level = optimization[len(_OPT):]
        if not level.isalnum():
            raise ValueError(f'optimization level {optimization!r} is not an alphanumeric value')
    return _path_join(head, name.partition('.')[0] + SOURCE_SUFFIXES[0])


def _cached_path(filename):
    if filename.endswith(tuple(SOURCE_SUFFIXES)):
        try:
            return cache_from_source(filename)
        except NotImplementedError:
            return None
    if filename.endswith(tuple(BYTECODE_SUFFIXES)):
        return filename
    return None


def decode_source(source_bytes):
    """Source text from bytes: the coding line decides, line ends become newlines."""
    from linecache import _declared_encoding
    encoding = 'utf-8'
    if source_bytes.startswith(b'\xef\xbb\xbf'):
        source_bytes = source_bytes[3:]
    else:
        encoding = _declared_encoding(bytes(source_bytes)) or encoding
    return bytes(source_bytes).decode(encoding).replace('\r\n', '\n').replace('\r', '\n')


class _LoaderBasics:

    def is_package(self, fullname):
        """True for a file called __init__."""
        filename = os.path.basename(self.get_filename(fullname)).rsplit('.', 1)[0]
        return filename == '__init__' and fullname.rpartition('.')[2] != '__init__'

    def create_module(self, spec):
        """The default: a new module object."""

    def exec_module(self, module):
        """Execute the module."""
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f'cannot load module {module.__name__!r} when get_code() returns None')
        exec(code, module.__dict__)

    def load_module(self, fullname):
        return _load_module_shim(self, fullname)


class SourceLoader(_LoaderBasics):

    def path_mtime(self, path):
        """The time of the last change; may raise OSError."""
        raise OSError

    def path_stats(self, path):
        """A dict with 'mtime' and perhaps 'size'."""
        return {'mtime': self.path_mtime(path)}

    def set_data(self, path, data):
        """Optional: write data to a path."""

    def get_source(self, fullname):
        path = self.get_filename(fullname)
        try:
            source = self.get_data(path)
        except OSError as exc:
            raise ImportError('source not available through get_data()', name=fullname) from exc
        return decode_source(source)

    def source_to_code(self, data, path, *, _optimize=-1):
        """Compile source, text or bytes."""
        return compile(data, path, 'exec', dont_inherit=True, optimize=_optimize)

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)


class FileLoader:

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def _check_name(self, name):
        if name is not None and name != self.name:
            raise ImportError(f'loader for {self.name} cannot handle {name}', name=name)

    def load_module(self, fullname=None):
        self._check_name(fullname)
        return super().load_module(self.name if fullname is None else fullname)

    def get_filename(self, name=None):
        """The path, whatever the name."""
        self._check_name(name)
        return self.path

    def get_data(self, path):
        """The bytes of a file."""
        with open(str(path), 'rb') as file:
            return file.read()


# Methods of the native SourceFileLoader that are seldom called.

def _read_file(path):
    with open(path, 'rb') as file:
        return file.read()


def _get_source(loader, fullname):
    path = loader.get_filename(fullname)
    try:
        source = loader.get_data(path)
    except OSError as exc:
        raise ImportError('source not available through get_data()', name=fullname) from exc
    return decode_source(source)


def _source_to_code(data, path, optimize):
    return compile(data, path, 'exec', dont_inherit=True, optimize=optimize)


def _load_file(loader, fullname):
    name = loader.name
    if fullname is not None and fullname != name:
        raise ImportError(f'loader for {name} cannot handle {fullname}', name=fullname)
    return _load_module_shim(loader, name)


def _path_stats(loader, path):
    stat = os.stat(path)
    return {'mtime': stat.st_mtime, 'size': stat.st_size}


def _path_mtime(loader, path):
    return loader.path_stats(path)['mtime']


def _set_data(loader, path, data, mode):
    """Write bytes to a file, making folders as needed; failures are ignored."""
    parent = os.path.dirname(path)
    try:
        if parent:
            os.makedirs(parent, exist_ok=True)
        with open(path, 'wb') as file:
            file.write(data)
    except OSError:
        pass


def _resource_reader(loader, name):
    from importlib.readers import FileReader
    return FileReader(loader)


class SourcelessFileLoader(FileLoader, _LoaderBasics):
    """Loads a .pyc file."""

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        data = self.get_data(path)
        if data[:4] != MAGIC_NUMBER:
            raise ImportError(f'bad magic number in {fullname!r}: {data[:4]!r}', name=fullname, path=path)
        import marshal
        return marshal.loads(memoryview(data)[16:])

    def get_source(self, fullname):
        """There is no source."""
        return None


class ExtensionFileLoader(FileLoader, _LoaderBasics):
    """There are no extension modules; the name is here for code that asks for it."""

    def create_module(self, spec):
        raise ImportError(f'cannot load extension module {spec.name!r}', name=spec.name, path=self.path)

    def exec_module(self, module):
        raise ImportError(f'cannot load extension module {self.name!r}', name=self.name, path=self.path)

    def get_code(self, fullname):
        return None

    def get_source(self, fullname):
        return None


class NamespaceLoader:
    """Loader of namespace packages: folders without __init__.py."""

    def __init__(self, name, path, path_finder):
        self._path = _NamespacePath(name, path, path_finder)

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ''

    def get_code(self, fullname):
        return compile('', '<string>', 'exec', dont_inherit=True)

    def create_module(self, spec):
        """The default: a new module object."""

    def exec_module(self, module):
        pass

    def load_module(self, fullname):
        return _load_module_shim(self, fullname)

    def get_resource_reader(self, module):
        from importlib.readers import NamespaceReader
        return NamespaceReader(self._path)


class _NamespacePath:
    """The folders of a namespace package, worked out again whenever the parent's path has changed."""

    _epoch = 0      # counts invalidate_caches()

    def __init__(self, name, path, path_finder):
        self._name = name
        self._path = path
        self._last_parent_path = tuple(self._parent_path())
        self._last_epoch = self._epoch
        self._path_finder = path_finder

    def _parent_path(self):
        parent = self._name.rpartition('.')[0]
        return sys.path if not parent else sys.modules[parent].__path__

    def _recalculate(self):
        parent_path = tuple(self._parent_path())
        if parent_path != self._last_parent_path or self._epoch != self._last_epoch:
            spec = self._path_finder(self._name, parent_path)
            if spec is not None and spec.loader is None and spec.submodule_search_locations:
                self._path = spec.submodule_search_locations
            self._last_parent_path = parent_path
            self._last_epoch = self._epoch
        return self._path

    def __iter__(self):
        return iter(self._recalculate())

    def __getitem__(self, index):
        return self._recalculate()[index]

    def __setitem__(self, index, path):
        self._path[index] = path

    def __len__(self):
        return len(self._recalculate())

    def __repr__(self):
        return f'_NamespacePath({self._path!r})'

    def __contains__(self, item):
        return item in self._recalculate()

    def append(self, item):
        self._path.append(item)


class PathFinder:
    """Looks along sys.path, or a package's __path__, with the finder that sys.path_hooks gives for each entry. The
    interpreter's finder in sys.meta_path does it."""

    find_spec = _path_finder.find_spec
    invalidate_caches = _path_finder.invalidate_caches


def _namespace_spec(name, portions):
    spec = ModuleSpec(name, None)
    spec.submodule_search_locations = _NamespacePath(name, portions, PathFinder.find_spec)
    return spec


def _portion_spec(name, folder):
    spec = ModuleSpec(name, None)
    spec.submodule_search_locations = [folder]
    return spec


class FileFinder:
    """Finds modules in one folder; loader_details are pairs of (loader class, suffixes)."""

    def __init__(self, path, *loader_details):
        self._loaders = [(suffix, loader) for loader, suffixes in loader_details for suffix in suffixes]
        self.path = os.path.abspath(path) if path and path != '.' else os.getcwd()
        self._path_mtime = -1
        self._path_cache = set()

    def invalidate_caches(self):
        """Read the folder again next time."""
        self._path_mtime = -1

    def _fill_cache(self):
        try:
            self._path_cache = set(os.listdir(self.path or os.getcwd()))
        except (FileNotFoundError, PermissionError, NotADirectoryError):
            self._path_cache = set()

    def _get_spec(self, loader_class, fullname, path, search):
        return spec_from_file_location(fullname, path, loader=loader_class(fullname, path),
                                       submodule_search_locations=search)

    def find_spec(self, fullname, target=None):
        tail = fullname.rpartition('.')[2]
        try:
            mtime = os.stat(self.path or os.getcwd()).st_mtime
        except OSError:
            mtime = -1
        if mtime != self._path_mtime:
            self._fill_cache()
            self._path_mtime = mtime
        folder = None
        if tail in self._path_cache:
            base = _path_join(self.path, tail)
            for suffix, loader in self._loaders:
                path = _path_join(base, '__init__' + suffix)
                if os.path.isfile(path):
                    return self._get_spec(loader, fullname, path, [base])
            if os.path.isdir(base):
                folder = base
        for suffix, loader in self._loaders:
            if tail + suffix in self._path_cache:
                path = _path_join(self.path, tail + suffix)
                if os.path.isfile(path):
                    return self._get_spec(loader, fullname, path, None)
        if folder is not None:
            spec = ModuleSpec(fullname, None)
            spec.submodule_search_locations = [folder]
            return spec
        return None

    @classmethod
    def path_hook(cls, *loader_details):
        """A function for sys.path_hooks that makes finders of this class for folders."""
        def path_hook_for_FileFinder(path):
            if not os.path.isdir(path or '.'):
                raise ImportError('only directories are supported', path=path)
            return cls(path, *loader_details)
        return path_hook_for_FileFinder

    def __repr__(self):
        return f'FileFinder({self.path!r})'


class WindowsRegistryFinder:
    """Finds nothing outside Windows."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None


for _class in (BuiltinImporter, FrozenImporter):
    _class.__module__ = '_frozen_importlib'
for _class in (FileFinder, FileLoader, PathFinder, NamespaceLoader, SourceLoader, SourcelessFileLoader, ExtensionFileLoader,
               WindowsRegistryFinder, _NamespacePath):
    _class.__module__ = '_frozen_importlib_external'
del _class


def _supported_file_loaders():
    return [(SourceFileLoader, SOURCE_SUFFIXES), (SourcelessFileLoader, BYTECODE_SUFFIXES)]


def _resolve_name(name, package, level):
    """The absolute name for a relative one with level dots."""
    bits = package.rsplit('.', level - 1)
    if len(bits) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{bits[0]}.{name}' if name else bits[0]
