"""Abstract base classes of finders and loaders."""

import abc

from . import _bootstrap, machinery

__all__ = ['Loader', 'MetaPathFinder', 'PathEntryFinder', 'ResourceLoader', 'InspectLoader', 'ExecutionLoader',
           'FileLoader', 'SourceLoader']


class Loader(metaclass=abc.ABCMeta):
    """Loads modules: create_module() may make the module object, exec_module() fills it."""

    def create_module(self, spec):
        """A new module, or None for an ordinary one."""
        return None

    def load_module(self, fullname):
        """The module, loaded; for code from before exec_module()."""
        if not hasattr(self, 'exec_module'):
            raise ImportError
        return _bootstrap._load_module_shim(self, fullname)

    def module_repr(self, module):
        raise NotImplementedError


class MetaPathFinder(metaclass=abc.ABCMeta):
    """What may stand in sys.meta_path; defines find_spec(fullname, path, target)."""

    def find_module(self, fullname, path):
        """The loader of a module. Deprecated: define find_spec()."""
        import warnings
        warnings.warn('MetaPathFinder.find_module() is deprecated since Python 3.4 in favor of '
                      'MetaPathFinder.find_spec() and is slated for removal in Python 3.12', DeprecationWarning,
                      stacklevel=2)
        if not hasattr(self, 'find_spec'):
            return None
        found = self.find_spec(fullname, path)
        return found.loader if found is not None else None

    def invalidate_caches(self):
        """Forget what was found before."""


class PathEntryFinder(metaclass=abc.ABCMeta):
    """Finds modules at one entry of sys.path; defines find_spec(fullname, target)."""

    def invalidate_caches(self):
        """Forget what was found before."""


class ResourceLoader(Loader):
    """A loader that can read files."""

    @abc.abstractmethod
    def get_data(self, path):
        """The bytes at a path; OSError when there are none."""
        raise OSError


class InspectLoader(Loader):
    """A loader that can show code and source."""

    def is_package(self, fullname):
        """True for a package; ImportError when the module is not found."""
        raise ImportError

    def get_code(self, fullname):
        """The code object; None when there is none."""
        source = self.get_source(fullname)
        if source is None:
            return None
        return self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        """The source text; None when there is none."""
        raise ImportError

    @staticmethod
    def source_to_code(data, path='<string>'):
        """Compile source, text or bytes."""
        return compile(data, path, 'exec', dont_inherit=True)

    exec_module = _bootstrap._LoaderBasics.exec_module


class ExecutionLoader(InspectLoader):
    """An InspectLoader whose modules can be executed as scripts."""

    @abc.abstractmethod
    def get_filename(self, fullname):
        """What __file__ is set to."""
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        if source is None:
            return None
        try:
            path = self.get_filename(fullname)
        except ImportError:
            return self.source_to_code(source)
        return self.source_to_code(source, path)


class FileLoader(_bootstrap.FileLoader, ResourceLoader, ExecutionLoader):
    """Reads files."""


class SourceLoader(_bootstrap.SourceLoader, ResourceLoader, ExecutionLoader):
    """Loads source code; needs get_filename() and get_data() only."""

    def path_mtime(self, path):
        if self.path_stats.__func__ is SourceLoader.path_stats:
            raise OSError
        return int(self.path_stats(path)['mtime'])

    def path_stats(self, path):
        if self.path_mtime.__func__ is SourceLoader.path_mtime:
            raise OSError
        return {'mtime': self.path_mtime(path)}

    def set_data(self, path, data):
        """Optional: write data to a path."""


MetaPathFinder.register(machinery.BuiltinImporter)
MetaPathFinder.register(machinery.FrozenImporter)
MetaPathFinder.register(machinery.PathFinder)
MetaPathFinder.register(machinery.WindowsRegistryFinder)
PathEntryFinder.register(machinery.FileFinder)
InspectLoader.register(machinery.BuiltinImporter)
InspectLoader.register(machinery.FrozenImporter)
InspectLoader.register(machinery.NamespaceLoader)
ExecutionLoader.register(machinery.ExtensionFileLoader)
FileLoader.register(machinery.SourceFileLoader)
FileLoader.register(machinery.SourcelessFileLoader)
SourceLoader.register(machinery.SourceFileLoader)
