"""Waiting for any of many files to be ready, by the best means the system has.

A selector holds registered files. What they are waited for is a mask of EVENT_READ and EVENT_WRITE; each class tells
its own means of them in _arm(), _rearm() and _disarm(), and asks it in _poll().
"""

import math
import select
from abc import ABCMeta, abstractmethod
from collections import namedtuple
from collections.abc import Mapping

EVENT_READ = 1
EVENT_WRITE = 2


def _fileobj_to_fd(fileobj):
    """The descriptor of a file: an int, or an object with fileno()."""
    fd = fileobj
    if not isinstance(fileobj, int):
        try:
            fd = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f'Invalid file object: {fileobj!r}') from None
    if fd < 0:
        raise ValueError(f'Invalid file descriptor: {fd}')
    return fd


SelectorKey = namedtuple('SelectorKey', ['fileobj', 'fd', 'events', 'data'])
SelectorKey.__doc__ = 'SelectorKey(fileobj, fd, events, data): a registered file.'
SelectorKey.fileobj.__doc__ = 'The file as it was registered.'
SelectorKey.fd.__doc__ = 'Its descriptor.'
SelectorKey.events.__doc__ = 'What it is waited for.'
SelectorKey.data.__doc__ = 'What was registered with it.'


class _SelectorMapping(Mapping):
    """What get_map() gives: files to their keys."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._fd_to_key)

    def __getitem__(self, fileobj):
        return self._selector._find(fileobj)

    def __iter__(self):
        return iter(self._selector._fd_to_key)


class BaseSelector(metaclass=ABCMeta):
    """What all selectors do. A file is a descriptor or an object with fileno()."""

    @abstractmethod
    def register(self, fileobj, events, data=None):
        """Wait for a file, too; returns its SelectorKey."""
        raise NotImplementedError

    @abstractmethod
    def unregister(self, fileobj):
        """Wait for a file no longer, whether it has been closed or not; returns its SelectorKey."""
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        """Wait for something else of a file; returns its new SelectorKey."""
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    @abstractmethod
    def select(self, timeout=None):
        """Wait until some files are ready: a list of (key, events).

        timeout is in seconds. 0 or less does not wait, None waits for ever.
        """
        raise NotImplementedError

    def close(self):
        """Free what the selector holds of the system's."""

    def get_key(self, fileobj):
        """The SelectorKey of a registered file."""
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError('Selector is closed')
        try:
            return mapping[fileobj]
        except KeyError:
            raise KeyError(f'{fileobj!r} is not registered') from None

    @abstractmethod
    def get_map(self):
        """A mapping of the registered files to their keys."""
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


class _BaseSelectorImpl(BaseSelector):
    """A selector's table of files."""

    def __init__(self):
        self._fd_to_key = {}
        self._map = _SelectorMapping(self)

    def _fileobj_lookup(self, fileobj):
        """The descriptor of a file that may have been closed since it was registered."""
        try:
            return _fileobj_to_fd(fileobj)
        except ValueError:
            for key in self._fd_to_key.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def _find(self, fileobj):
        try:
            return self._fd_to_key[self._fileobj_lookup(fileobj)]
        except KeyError:
            raise KeyError(f'{fileobj!r} is not registered') from None

    def _arm(self, fd, events):
        """Begin to wait for a descriptor."""

    def _rearm(self, fd, events):
        """Wait for something else of it."""
        self._disarm(fd)
        self._arm(fd, events)

    def _disarm(self, fd):
        """Wait for it no longer."""

    def _poll(self, timeout):
        """Wait: pairs of descriptor and events. timeout is None or not negative."""
        raise NotImplementedError

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f'Invalid events: {events!r}')
        key = SelectorKey(fileobj, self._fileobj_lookup(fileobj), events, data)
        if key.fd in self._fd_to_key:
            raise KeyError(f'{fileobj!r} (FD {key.fd}) is already registered')
        self._arm(key.fd, events)
        self._fd_to_key[key.fd] = key
        return key

    def unregister(self, fileobj):
        key = self._find(fileobj)
        del self._fd_to_key[key.fd]
        try:
            self._disarm(key.fd)
        except OSError:
            pass        # it has been closed
        return key

    def modify(self, fileobj, events, data=None):
        key = self._find(fileobj)
        if events != key.events:
            try:
                self._rearm(key.fd, events)
            except BaseException:
                del self._fd_to_key[key.fd]
                raise
        if events != key.events or data != key.data:
            key = self._fd_to_key[key.fd] = key._replace(events=events, data=data)
        return key

    def select(self, timeout=None):
        if timeout is not None and timeout <= 0:
            timeout = 0
        try:
            found = self._poll(timeout)
        except InterruptedError:
            return []
        keys = self._fd_to_key
        return [(keys[fd], events & keys[fd].events) for fd, events in found if fd in keys]

    def close(self):
        self._fd_to_key.clear()
        self._map = None

    def get_map(self):
        return self._map


class SelectSelector(_BaseSelectorImpl):
    """A selector by select.select()."""

    def __init__(self):
        super().__init__()
        self._readers = set()
        self._writers = set()

    _select = select.select

    def _arm(self, fd, events):
        if events & EVENT_READ:
            self._readers.add(fd)
        if events & EVENT_WRITE:
            self._writers.add(fd)

    def _disarm(self, fd):
        self._readers.discard(fd)
        self._writers.discard(fd)

    def _poll(self, timeout):
        found = {}
        readable, writable, _ = self._select(self._readers, self._writers, [], timeout)
        for fd in readable:
            found[fd] = EVENT_READ
        for fd in writable:
            found[fd] = found.get(fd, 0) | EVENT_WRITE
        return found.items()


class _PollLikeSelector(_BaseSelectorImpl):
    """A selector by an object of _selector_cls, which numbers events its own way."""

    _selector_cls = None
    _EVENT_READ = None
    _EVENT_WRITE = None

    def __init__(self):
        super().__init__()
        self._selector = self._selector_cls()

    def _mask(self, events):
        return self._EVENT_READ * bool(events & EVENT_READ) | self._EVENT_WRITE * bool(events & EVENT_WRITE)

    def _arm(self, fd, events):
        self._selector.register(fd, self._mask(events))

    def _rearm(self, fd, events):
        self._selector.modify(fd, self._mask(events))

    def _disarm(self, fd):
        self._selector.unregister(fd)

    def _ask(self, timeout):
        """The object's own poll(), in milliseconds."""
        return self._selector.poll(timeout if timeout is None else math.ceil(timeout * 1000))

    def _poll(self, timeout):
        read, write = self._EVENT_READ, self._EVENT_WRITE
        # an error or a hang-up is news for both
        return [(fd, EVENT_READ * bool(events & ~write) | EVENT_WRITE * bool(events & ~read))
                for fd, events in self._ask(timeout)]


if hasattr(select, 'poll'):

    class PollSelector(_PollLikeSelector):
        """A selector by select.poll()."""

        _selector_cls = select.poll
        _EVENT_READ = select.POLLIN
        _EVENT_WRITE = select.POLLOUT


if hasattr(select, 'epoll'):

    class EpollSelector(_PollLikeSelector):
        """A selector by select.epoll(), whose work does not grow with the number of files."""

        _selector_cls = select.epoll
        _EVENT_READ = select.EPOLLIN
        _EVENT_WRITE = select.EPOLLOUT

        def fileno(self):
            return self._selector.fileno()

        def _ask(self, timeout):
            # in seconds, rounded up to milliseconds; and it wants room for one event at least
            seconds = -1 if timeout is None else math.ceil(timeout * 1000) / 1000
            return self._selector.poll(seconds, max(len(self._fd_to_key), 1))

        def close(self):
            self._selector.close()
            super().close()


def _can_use(method):
    """Whether the system has what select.method() needs."""
    make = getattr(select, method, None)
    if make is None:
        return False
    try:
        probe = make()
        probe.poll(0) if method == 'poll' else probe.close()
    except OSError:
        return False
    return True


if _can_use('epoll'):
    DefaultSelector = EpollSelector
elif _can_use('poll'):
    DefaultSelector = PollSelector
else:
    DefaultSelector = SelectSelector
