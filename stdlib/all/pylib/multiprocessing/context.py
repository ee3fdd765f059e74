"""Start methods. A context makes everything of this package with one start method of its own."""

import os
import sys

from . import process
from .process import current_process, parent_process, active_children

__all__ = ()


class ProcessError(Exception):
    """What goes wrong with processes."""


class BufferTooShort(ProcessError):
    """A message did not fit; it is the exception's argument."""


class TimeoutError(ProcessError):
    """The time is up."""


class AuthenticationError(ProcessError):
    """The other end does not have the key."""


def _sub(name):
    full = __package__ + '.' + name
    if full not in sys.modules:
        __import__(full)
    return sys.modules[full]


class BaseContext:
    """What the module offers, as methods."""

    ProcessError = ProcessError
    BufferTooShort = BufferTooShort
    TimeoutError = TimeoutError
    AuthenticationError = AuthenticationError

    current_process = staticmethod(current_process)
    parent_process = staticmethod(parent_process)
    active_children = staticmethod(active_children)

    def cpu_count(self):
        """The number of processors."""
        n = os.cpu_count()
        if n is None:
            raise NotImplementedError('cannot determine number of cpus')
        return n

    def Manager(self):
        """A manager with a server of its own, started."""
        m = _sub('managers').SyncManager(ctx=self.get_context())
        m.start()
        return m

    def Pipe(self, duplex=True):
        """Two ends of a connection."""
        return _sub('connection').Pipe(duplex)

    def Lock(self):
        """A lock that is not recursive."""
        return _sub('synchronize').Lock(ctx=self.get_context())

    def RLock(self):
        """A lock that its owner can acquire again."""
        return _sub('synchronize').RLock(ctx=self.get_context())

    def Condition(self, lock=None):
        """A condition that processes wait for."""
        return _sub('synchronize').Condition(lock, ctx=self.get_context())

    def Semaphore(self, value=1):
        """A semaphore."""
        return _sub('synchronize').Semaphore(value, ctx=self.get_context())

    def BoundedSemaphore(self, value=1):
        """A semaphore that is not released more often than acquired."""
        return _sub('synchronize').BoundedSemaphore(value, ctx=self.get_context())

    def Event(self):
        """A flag that processes wait for."""
        return _sub('synchronize').Event(ctx=self.get_context())

    def Barrier(self, parties, action=None, timeout=None):
        """A point that several processes pass together."""
        return _sub('synchronize').Barrier(parties, action, timeout, ctx=self.get_context())

    def Queue(self, maxsize=0):
        """A queue."""
        return _sub('queues').Queue(maxsize, ctx=self.get_context())

    def JoinableQueue(self, maxsize=0):
        """A queue that counts the items that are done."""
        return _sub('queues').JoinableQueue(maxsize, ctx=self.get_context())

    def SimpleQueue(self):
        """A pipe with locks."""
        return _sub('queues').SimpleQueue(ctx=self.get_context())

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        """A pool of worker processes."""
        return _sub('pool').Pool(processes, initializer, initargs, maxtasksperchild, context=self.get_context())

    def RawValue(self, typecode_or_type, *args):
        """A shared value."""
        return _sub('sharedctypes').RawValue(typecode_or_type, *args)

    def RawArray(self, typecode_or_type, size_or_initializer):
        """A shared array."""
        return _sub('sharedctypes').RawArray(typecode_or_type, size_or_initializer)

    def Value(self, typecode_or_type, *args, lock=True):
        """A shared value with a lock."""
        return _sub('sharedctypes').Value(typecode_or_type, *args, lock=lock, ctx=self.get_context())

    def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
        """A shared array with a lock."""
        return _sub('sharedctypes').Array(typecode_or_type, size_or_initializer, lock=lock, ctx=self.get_context())

    def freeze_support(self):
        """For frozen programs on Windows; nothing to do here."""

    def get_logger(self):
        """The package's logger."""
        return _sub('util').get_logger()

    def log_to_stderr(self, level=None):
        """Have the package's messages shown."""
        return _sub('util').log_to_stderr(level)

    def allow_connection_pickling(self):
        """Make connections and sockets picklable."""
        _sub('connection')

    def set_executable(self, executable):
        """The interpreter that children are started with."""
        _sub('spawn').set_executable(executable)

    def set_forkserver_preload(self, module_names):
        """The modules that the fork server imports before the first child."""
        _sub('forkserver').set_forkserver_preload(module_names)

    def get_context(self, method=None):
        """The context of a start method."""
        if method is None:
            return self
        try:
            ctx = _concrete_contexts[method]
        except KeyError:
            raise ValueError(f'cannot find context for {method!r}') from None
        ctx._check_available()
        return ctx

    def get_start_method(self, allow_none=False):
        """The start method."""
        return self._name

    def set_start_method(self, method, force=False):
        """Not for a context that has one."""
        raise ValueError('cannot set start method of concrete context')

    @property
    def reducer(self):
        """The module that knows how to pickle things for children."""
        return globals().get('reduction') or _sub('reduction')

    @reducer.setter
    def reducer(self, reduction):
        globals()['reduction'] = reduction

    def _check_available(self):
        pass


class Process(process.BaseProcess):
    """A process, started by the default method."""

    _start_method = None

    @staticmethod
    def _Popen(process_obj):
        return _default_context.get_context().Process._Popen(process_obj)

    @staticmethod
    def _after_fork():
        return _default_context.get_context().Process._after_fork()


class DefaultContext(BaseContext):
    """The context behind the package's functions; its method can be chosen once."""

    Process = Process

    def __init__(self, context):
        self._default_context = context
        self._actual_context = None

    def get_context(self, method=None):
        """The context of a start method, or of the default one, which is settled by that."""
        if method is not None:
            return super().get_context(method)
        if self._actual_context is None:
            self._actual_context = self._default_context
        return self._actual_context

    def set_start_method(self, method, force=False):
        """Choose the default start method."""
        if self._actual_context is not None and not force:
            raise RuntimeError('context has already been set')
        if method is None and force:
            self._actual_context = None
        else:
            self._actual_context = self.get_context(method)

    def get_start_method(self, allow_none=False):
        """The default start method."""
        if self._actual_context is None:
            if allow_none:
                return None
            self._actual_context = self._default_context
        return self._actual_context._name

    def get_all_start_methods(self):
        """The methods there are, the default first."""
        return list(_available)


class ForkProcess(process.BaseProcess):
    """A process that begins as a copy of its parent."""

    _start_method = 'fork'

    @staticmethod
    def _Popen(process_obj):
        return _sub('popen_fork').Popen(process_obj)


class SpawnProcess(process.BaseProcess):
    """A process that begins with a fresh interpreter."""

    _start_method = 'spawn'

    @staticmethod
    def _Popen(process_obj):
        return _sub('popen_spawn_posix').Popen(process_obj)

    @staticmethod
    def _after_fork():
        pass


class ForkServerProcess(process.BaseProcess):
    """A process that the fork server makes."""

    _start_method = 'forkserver'

    @staticmethod
    def _Popen(process_obj):
        return _sub('popen_forkserver').Popen(process_obj)

    @staticmethod
    def _after_fork():
        pass


class ForkContext(BaseContext):
    """Children begin as copies."""

    _name = 'fork'
    Process = ForkProcess

    def _check_available(self):
        if not hasattr(os, 'fork'):
            raise ValueError("cannot find context for 'fork'")


class SpawnContext(BaseContext):
    """Children begin afresh."""

    _name = 'spawn'
    Process = SpawnProcess


class ForkServerContext(BaseContext):
    """Children come from the fork server."""

    _name = 'forkserver'
    Process = ForkServerProcess


_concrete_contexts = {'fork': ForkContext(), 'spawn': SpawnContext(), 'forkserver': ForkServerContext()}
_available = ['fork', 'spawn', 'forkserver'] if hasattr(os, 'fork') else ['spawn', 'forkserver']
_default_context = DefaultContext(_concrete_contexts[_available[0]])


def _force_start_method(method):
    _default_context._actual_context = _concrete_contexts[method]


# The child that is being started by this thread, while its objects are pickled.

class _Spawning:
    _popens = {}


def _ident():
    import _thread
    return _thread.get_ident()


def get_spawning_popen():
    """The Popen object whose child is being started, or None."""
    return _Spawning._popens.get(_ident()) if _Spawning._popens else None


def set_spawning_popen(popen):
    """Say which child's objects are pickled from now on; None: no child's."""
    if popen is None:
        _Spawning._popens.pop(_ident(), None)
    else:
        _Spawning._popens[_ident()] = popen


def assert_spawning(obj):
    """Raise RuntimeError unless a child is being started."""
    if get_spawning_popen() is None:
        raise RuntimeError(f'{type(obj).__name__} objects should only be shared between processes through inheritance')
