"""What keeps processes in step: locks, semaphores, conditions, events, barriers.

What becomes of them when a process dies, by a signal perhaps, without giving back what it has:

    Lock, RLock    are given to the next that waits or asks, within a fifth of a second or so, however they were
                   taken. What they guard may be half done. BoundedSemaphore(1) is a lock here, too
    Semaphore      what the process has taken by `with` is given to the next that waits. What it has taken by acquire()
                   stays taken: any process may release it, so nobody knows that it was to be the dead one.
                   Use a time-out
    Condition      its lock is a Lock or RLock; notify() finds out who has died waiting
    Event          nothing happens to it
    Barrier        is broken if the process has waited at it. One that has not arrived yet is waited for: use a
                   time-out
    Value, Array   have a lock
"""

import itertools
import os
import sys
import time
import _thread

import _multiprocessing

from . import context, process, util

__all__ = ['Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition', 'Event']

RECURSIVE_MUTEX, SEMAPHORE = range(2)
SEM_VALUE_MAX = _multiprocessing.SemLock.SEM_VALUE_MAX
sem_unlink = _multiprocessing.sem_unlink

# Whether a semaphore is a descriptor, which children get, and not a name that somebody has to remove.
_BY_DESCRIPTOR = getattr(_multiprocessing.SemLock, '_by_descriptor', False)

_names = itertools.count()


class SemLock(_multiprocessing.Guard):
    """What all kinds of locks and semaphores have in common."""

    def __init__(self, kind, value, maxvalue, *, ctx, marks=0):
        if ctx is None:
            ctx = context._default_context.get_context()
        self._is_fork_ctx = ctx.get_start_method() == 'fork'
        unlink_now = _BY_DESCRIPTOR or self._is_fork_ctx
        while True:
            try:
                sl = self._semlock = _multiprocessing.SemLock(kind, value, maxvalue, self._make_name(), unlink_now, marks)
                break
            except FileExistsError:
                pass
        util.debug('created semlock with handle %s', sl.handle)
        self._make_methods()
        util.register_after_fork(self, SemLock._renew)
        if not unlink_now:
            from . import resource_tracker
            resource_tracker.register(sl.name, 'semaphore')
            util.Finalize(self, SemLock._cleanup, (sl.name,), exitpriority=0)

    def _renew(self):
        self._semlock._after_fork()

    @staticmethod
    def _cleanup(name):
        from . import resource_tracker
        try:
            sem_unlink(name)
        except FileNotFoundError:
            pass
        resource_tracker.unregister(name, 'semaphore')

    def _make_methods(self):
        self._hold(self._semlock)
        self.acquire = self._semlock.acquire
        self.release = self._semlock.release

    def __getstate__(self):
        context.assert_spawning(self)
        if self._is_fork_ctx:
            raise RuntimeError('A SemLock created in a fork context is being shared with a process in a spawn context. '
                               'This is not supported. Please use the same context to create multiprocessing objects and Process.')
        sl = self._semlock
        handle = sl.handle
        if _BY_DESCRIPTOR:
            from . import reduction
            return reduction.DupFd(handle), sl.kind, sl.maxvalue, sl.name, sl._offset
        return handle, sl.kind, sl.maxvalue, sl.name

    def __setstate__(self, state):
        if _BY_DESCRIPTOR:
            state = state[0].detach(), *state[1:]
        self._semlock = _multiprocessing.SemLock._rebuild(*state)
        self._is_fork_ctx = False
        self._make_methods()
        util.register_after_fork(self, SemLock._renew)

    @staticmethod
    def _make_name():
        return f"{process.current_process()._config.get('semprefix', '/mp')}-{os.getpid()}-{os.urandom(4).hex()}-{next(_names)}"

    def _owner(self):
        # Who holds it, for a repr.
        if self._semlock._is_mine():
            name = process.current_process().name
            threading = sys.modules.get('threading')
            if threading and threading.current_thread().name != 'MainThread':
                name += '|' + threading.current_thread().name
            return name
        if self._semlock._get_value() == 1:
            return 'None'
        return 'SomeOtherThread' if self._semlock._count() > 0 else 'SomeOtherProcess'


# Up to which value a semaphore has room to mark who has taken what, and how many of those that
# wait for a condition are marked.
_MOST_MARKS = 1000
_WAITERS = 60


class Semaphore(SemLock):
    """A count that acquire() takes from, and waits when it is zero.

    Of a process that dies, what it has taken by `with` is given to the next that waits; what it has taken by
    acquire() stays taken, as any process may release it.
    """

    def __init__(self, value=1, *, ctx, _marks=None):
        if _marks is None:
            _marks = value if value <= _MOST_MARKS else 0
        SemLock.__init__(self, SEMAPHORE, value, SEM_VALUE_MAX, ctx=ctx, marks=_marks)

    def get_value(self):
        """The count."""
        return self._semlock._get_value()

    def __repr__(self):
        try:
            value = self._semlock._get_value()
        except Exception:
            value = 'unknown'
        return f'<{type(self).__name__}(value={value})>'


class BoundedSemaphore(Semaphore):
    """A semaphore that is not released above its first value."""

    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, value, ctx=ctx, marks=value if value <= _MOST_MARKS else 0)

    def __repr__(self):
        try:
            value = self._semlock._get_value()
        except Exception:
            value = 'unknown'
        return f'<{type(self).__name__}(value={value}, maxvalue={self._semlock.maxvalue})>'


class Lock(SemLock):
    """A lock that anybody may release. If its process dies, the next that waits gets it."""

    def __init__(self, *, ctx):
        SemLock.__init__(self, SEMAPHORE, 1, 1, ctx=ctx)

    def __repr__(self):
        try:
            owner = self._owner()
        except Exception:
            owner = 'unknown'
        return f'<{type(self).__name__}(owner={owner})>'


class RLock(SemLock):
    """A lock that its owner may acquire again. If its process dies, the next that waits gets it."""

    def __init__(self, *, ctx):
        SemLock.__init__(self, RECURSIVE_MUTEX, 1, 1, ctx=ctx)

    def __repr__(self):
        try:
            owner = self._owner()
            if self._semlock._is_mine():
                count = self._semlock._count()
            else:
                count = {'None': 0}.get(owner, 'nonzero')
        except Exception:
            owner = count = 'unknown'
        return f'<{type(self).__name__}({owner}, {count})>'


class Condition:
    """Wait until something holds, and tell those that wait.

    Who waits counts up _sleeping_count and acquires _wait_semaphore, which notify() releases; _woken_count
    has those that have woken and notify() has not heard of. The difference is how many sleep: some of
    them may have given up waiting. Who waits has left a mark with _sleeping_count: so those that have died
    are found.
    """

    def __init__(self, lock=None, *, ctx):
        self._lock = lock or ctx.RLock()
        self._sleeping_count = Semaphore(0, ctx=ctx, _marks=_WAITERS)
        self._woken_count = ctx.Semaphore(0)
        self._wait_semaphore = ctx.Semaphore(0)
        self._make_methods()

    def _make_methods(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __getstate__(self):
        context.assert_spawning(self)
        return self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore

    def __setstate__(self, state):
        self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore = state
        self._make_methods()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        try:
            waiters = self._sleeping_count._semlock._get_value() - self._woken_count._semlock._get_value()
        except Exception:
            waiters = 'unknown'
        return f'<{type(self).__name__}({self._lock}, {waiters})>'

    def wait(self, timeout=None):
        """Give up the lock until notified, or the time is up; then take it again."""
        assert self._lock._semlock._is_mine(), 'must acquire() condition before using wait()'
        self._sleeping_count.release()
        depth = self._lock._semlock._count()
        for _ in range(depth):
            self._lock.release()
        marked = False
        try:
            marked = self._sleeping_count._semlock._mark()
            return self._wait_semaphore.acquire(True, timeout)
        finally:
            if marked:
                self._sleeping_count._semlock._unmark()
            self._woken_count.release()
            for _ in range(depth):
                self._lock.acquire()

    def notify(self, n=1):
        """Wake up to n of those that wait."""
        assert self._lock._semlock._is_mine(), 'lock is not owned'
        # Notifications that nobody took as their receivers had given up.
        while self._wait_semaphore.acquire(False):
            pass
        # Those that have woken since sleep no more.
        while self._woken_count.acquire(False):
            self._sleeping_count.acquire(False)
        sleepers = 0
        while sleepers < n and self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            sleepers += 1
        if not sleepers:
            return
        self._hear_of(sleepers)
        while self._wait_semaphore.acquire(False):
            pass

    def _hear_of(self, sleepers):
        # Each of those that were woken is heard of before the next notification, or has died. One that has
        # left no mark and does not tell for long is given up.
        since = time.monotonic()
        while sleepers > 0:
            if self._woken_count.acquire(True, _LOOK):
                sleepers -= 1
                since = time.monotonic()
            elif dead := self._sleeping_count._semlock._reap():
                sleepers -= dead
            elif time.monotonic() - since > _WAKE_PATIENCE:
                return
        # There were more of the dead: they do not sleep, either.
        for _ in range(-sleepers):
            self._sleeping_count.acquire(False)

    def notify_all(self):
        """Wake all that wait."""
        self.notify(n=sys.maxsize)

    def wait_for(self, predicate, timeout=None):
        """Wait until predicate() is true, or the time is up; its last result."""
        result = predicate()
        if result:
            return result
        end = None if timeout is None else time.monotonic() + timeout
        while not result:
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result


# How long notify() waits, in seconds, for a process that it has woken to say so before it looks whether
# it lives, and before it gives it up.
_LOOK = 0.2
_WAKE_PATIENCE = 10


class Event:
    """A flag that can be waited for."""

    def __init__(self, *, ctx):
        self._cond = ctx.Condition(ctx.Lock())
        self._flag = ctx.Semaphore(0)

    def _test(self):
        return not self._flag._semlock._is_zero()

    def is_set(self):
        """Whether the flag is set."""
        with self._cond:
            return self._test()

    def set(self):
        """Set the flag, and wake all that wait for it."""
        with self._cond:
            if not self._test():
                self._flag.release()
            self._cond.notify_all()

    def clear(self):
        """Take the flag back."""
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        """Wait until the flag is set, or the time is up; whether it is set."""
        with self._cond:
            if not self._test():
                self._cond.wait(timeout)
            return self._test()

    def __repr__(self):
        return f"<{type(self).__qualname__} at {id(self):#x} {'set' if self.is_set() else 'unset'}>"


def __getattr__(name):
    if name == 'Barrier':
        from ._barrier import Barrier
        return Barrier
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
