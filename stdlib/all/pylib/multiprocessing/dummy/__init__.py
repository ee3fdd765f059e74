"""The package's interface on threads."""

import array
import sys
import threading
import weakref
from queue import Queue
from threading import BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore, Barrier

from .connection import Pipe

__all__ = ['Process', 'current_process', 'active_children', 'freeze_support', 'Lock', 'RLock', 'Semaphore',
           'BoundedSemaphore', 'Condition', 'Event', 'Barrier', 'Queue', 'Manager', 'Pipe', 'Pool', 'JoinableQueue']

JoinableQueue = Queue
current_process = threading.current_thread
current_process()._children = weakref.WeakKeyDictionary()
dict = dict
list = list


class DummyProcess(threading.Thread):
    """A thread with a process's interface."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        threading.Thread.__init__(self, group, target, name, args, kwargs)
        self._pid = None
        self._children = weakref.WeakKeyDictionary()
        self._start_called = False
        self._parent = current_process()

    def start(self):
        """Start the thread."""
        if self._parent is not current_process():
            raise RuntimeError(f'Parent is {self._parent!r} but current_process is {current_process()!r}')
        self._start_called = True
        if hasattr(self._parent, '_children'):
            self._parent._children[self] = None
        threading.Thread.start(self)

    @property
    def exitcode(self):
        """0 when the thread has ended."""
        return 0 if self._start_called and not self.is_alive() else None


Process = DummyProcess


def freeze_support():
    """Nothing to do."""


def active_children():
    """The threads that this one has started and that are alive."""
    children = current_process()._children
    for p in list(children):
        if not p.is_alive():
            children.pop(p, None)
    return list(children)


class Namespace:
    """An object with the attributes that it is given."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        shown = sorted(f'{k}={v!r}' for k, v in self.__dict__.items() if not k.startswith('_'))
        return f"{type(self).__name__}({', '.join(shown)})"


class Value:
    """A value."""

    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    @property
    def value(self):
        """The value."""
        return self._value

    @value.setter
    def value(self, value):
        self._value = value

    def __repr__(self):
        return f'<{type(self).__name__}({self._typecode!r}, {self._value!r})>'


def Array(typecode, sequence, lock=True):
    """An array."""
    return array.array(typecode, sequence)


def Manager():
    """The module: everything is shared already."""
    return sys.modules[__name__]


def shutdown():
    """Nothing to do."""


def Pool(processes=None, initializer=None, initargs=()):
    """A pool of threads."""
    from ..pool import ThreadPool
    return ThreadPool(processes, initializer, initargs)
