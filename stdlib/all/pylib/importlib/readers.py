"""The readers of resources under their older name."""

from .resources.readers import FileReader, MultiplexedPath, NamespaceReader

__all__ = ['FileReader', 'MultiplexedPath', 'NamespaceReader']
