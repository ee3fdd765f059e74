"""The finders, loaders and suffixes that importing works with."""

from ._bootstrap import (BYTECODE_SUFFIXES, BuiltinImporter, EXTENSION_SUFFIXES, ExtensionFileLoader, FileFinder,
                         FrozenImporter, ModuleSpec, NamespaceLoader, PathFinder, SOURCE_SUFFIXES, SourceFileLoader,
                         SourcelessFileLoader, WindowsRegistryFinder)

DEBUG_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES
OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES


def all_suffixes():
    """The suffixes of all kinds of module files."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES
