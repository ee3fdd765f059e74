"""What readers of resources have in common."""

import abc
import io
import itertools
import os
import pathlib
from typing import Any, BinaryIO, Iterable, Iterator, NoReturn, Protocol, Text, Union, runtime_checkable

__all__ = ['ResourceReader', 'Traversable', 'TraversableResources']

StrPath = Union[str, os.PathLike]


class ResourceReader(metaclass=abc.ABCMeta):
    """What a loader's get_resource_reader() gives: resources of one package by name."""

    @abc.abstractmethod
    def open_resource(self, resource: Text) -> BinaryIO:
        """A binary file; FileNotFoundError if there is no such resource."""
        raise FileNotFoundError

    @abc.abstractmethod
    def resource_path(self, resource: Text) -> Text:
        """The path of the resource in the file system; FileNotFoundError if it has none."""
        raise FileNotFoundError

    @abc.abstractmethod
    def is_resource(self, path: Text) -> bool:
        """Whether the name is a resource, and not a folder."""
        raise FileNotFoundError

    @abc.abstractmethod
    def contents(self) -> Iterable[str]:
        """The names of all that is in the package."""
        raise FileNotFoundError


class TraversalError(Exception):
    pass


@runtime_checkable
class Traversable(Protocol):
    """The part of pathlib.Path that a folder or file of resources has."""

    @abc.abstractmethod
    def iterdir(self) -> Iterator['Traversable']:
        """What is in the folder."""

    def read_bytes(self) -> bytes:
        with self.open('rb') as file:
            return file.read()

    def read_text(self, encoding=None) -> str:
        with self.open(encoding=encoding) as file:
            return file.read()

    @abc.abstractmethod
    def is_dir(self) -> bool:
        """Whether it is a folder."""

    @abc.abstractmethod
    def is_file(self) -> bool:
        """Whether it is a file."""

    def joinpath(self, *descendants: StrPath) -> 'Traversable':
        """What is found below, each argument a relative path."""
        names = list(itertools.chain.from_iterable(pathlib.PurePosixPath(d).parts for d in map(os.fspath, descendants)))
        here = self
        for name in names:
            here = next((child for child in here.iterdir() if child.name == name), None)
            if here is None:
                raise TraversalError('Target not found during traversal.', name, names)
        return here

    def __truediv__(self, child: StrPath) -> 'Traversable':
        return self.joinpath(child)

    @abc.abstractmethod
    def open(self, mode='r', *args, **kwargs):
        """A file, for 'r' or 'rb'."""

    @property
    @abc.abstractmethod
    def name(self) -> str:
        """The last part of the path."""


class TraversableResources(ResourceReader):
    """A reader that needs only files()."""

    @abc.abstractmethod
    def files(self) -> Traversable:
        """The package as a folder."""

    def open_resource(self, resource: StrPath) -> io.BufferedReader:
        return self.files().joinpath(resource).open('rb')

    def resource_path(self, resource: Any) -> NoReturn:
        raise FileNotFoundError(resource)

    def is_resource(self, path: StrPath) -> bool:
        return self.files().joinpath(path).is_file()

    def contents(self) -> Iterator[str]:
        return (item.name for item in self.files().iterdir())
