"""Threads, and what they need to work together.

Everything here rests on _thread: a thread with its identity, two kinds of lock.
Condition is the one place where threads wait for each other; Event, Semaphore,
Barrier and the queues are conditions with a state of their own.
"""

import sys as _sys
import _thread
import functools
from collections import deque as _deque
from itertools import count as _count
from time import monotonic as _time
from _thread import (TIMEOUT_MAX, _allocate_waiter, _set_sentinel, allocate_lock as Lock, error as ThreadError,
                     get_ident, get_native_id, stack_size, start_new_thread as _start_new_thread, _local as local)
from _thread import _ExceptHookArgs as ExceptHookArgs, _excepthook as excepthook

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError',
           'Timer', 'ThreadError', 'setprofile', 'settrace', 'local', 'stack_size', 'excepthook', 'ExceptHookArgs',
           'gettrace', 'getprofile', 'get_native_id']

_HAVE_THREAD_NATIVE_ID = True
_CRLock = _thread.RLock
_allocate_lock = Lock
_LockType = _thread.LockType

__excepthook__ = excepthook


def _deprecated(old, instead):
    import warnings
    warnings.warn(f'{old} is deprecated, {instead}', DeprecationWarning, stacklevel=3)


# Tracing: what threads that begin later install for themselves.

_trace_hook = None
_profile_hook = None


def settrace(func):
    """Set a trace function for the threads that start from now on: each gives it to sys.settrace()."""
    global _trace_hook
    _trace_hook = func


def gettrace():
    """The function that settrace() was given."""
    return _trace_hook


def setprofile(func):
    """Set a profile function for the threads that start from now on: each gives it to sys.setprofile()."""
    global _profile_hook
    _profile_hook = func


def getprofile():
    """The function that setprofile() was given."""
    return _profile_hook


# Locks.

class _RLock:
    """The reentrant lock in Python, of a lock that is not. RLock() makes the native one."""

    def __init__(self):
        self._block = Lock()
        self._owner = None
        self._count = 0

    def __repr__(self):
        owner = self._owner
        if owner in _active:
            owner = _active[owner].name
        cls = type(self)
        state = 'locked' if self._block.locked() else 'unlocked'
        return f'<{state} {cls.__module__}.{cls.__qualname__} object owner={owner!r} count={self._count} at {hex(id(self))}>'

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner == me:
            self._count += 1
            return 1
        got = self._block.acquire(blocking, timeout)
        if got:
            self._owner, self._count = me, 1
        return got

    __enter__ = acquire

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, t, v, tb):
        self.release()

    def _is_owned(self):
        return self._owner == get_ident()

    def _recursion_count(self):
        return self._count if self._owner == get_ident() else 0

    # For Condition: let go of it altogether and take it back as it was.

    def _release_save(self):
        if not self._count:
            raise RuntimeError('cannot release un-acquired lock')
        saved = self._count, self._owner
        self._count, self._owner = 0, None
        self._block.release()
        return saved

    def _acquire_restore(self, state):
        self._block.acquire()
        self._count, self._owner = state

    def _at_fork_reinit(self):
        self._block._at_fork_reinit()
        self._owner, self._count = None, 0


_PyRLock = _RLock


def RLock(*args, **kwargs):
    """A reentrant lock: the thread that holds it may acquire it again, and releases it as many times."""
    return _CRLock(*args, **kwargs)


class Condition:
    """Threads wait, with a lock released meanwhile, until another that holds it notifies them.

    Each waits for a lock of its own, which the notifier releases; they are notified in the order of their coming.
    """

    def __init__(self, lock=None):
        if lock is None:
            lock = _CRLock()
        self._lock = lock
        self._waiters = _deque()
        self.acquire = lock.acquire
        self.release = lock.release
        kind = type(lock)
        if kind is _LockType:
            self._is_owned = lock.locked
            return
        if kind is _CRLock:
            self._release_save = lock._release_save
            self._acquire_restore = lock._acquire_restore
            self._is_owned = lock._is_owned
            return
        for name in '_release_save', '_acquire_restore', '_is_owned':
            try:
                setattr(self, name, getattr(lock, name))
            except AttributeError:
                pass

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    # What a lock without owner does instead of a reentrant one's methods.

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, x):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        """Wait until notified, or for timeout seconds: False if they passed first.

        The lock must be held; it is released meanwhile, whatever its depth, and held again afterwards.
        """
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        waiter = _allocate_waiter()
        self._waiters.append(waiter)
        saved = self._release_save()
        notified = False
        try:
            if timeout is None:
                waiter.acquire()
                notified = True
            else:
                notified = waiter.acquire(True, timeout) if timeout > 0 else waiter.acquire(False)
            return notified
        finally:
            self._acquire_restore(saved)
            if not notified:
                try:
                    self._waiters.remove(waiter)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        """Wait until predicate() is true, or for timeout seconds; its last value."""
        result = predicate()
        if timeout is None:
            while not result:
                self.wait()
                result = predicate()
            return result
        deadline = None
        while not result:
            if deadline is None:
                deadline = _time() + timeout
            else:
                timeout = deadline - _time()
                if timeout <= 0:
                    break
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        """Wake the n threads that have waited longest, or as many as there are. The lock must be held."""
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        waiters = self._waiters
        while waiters and n > 0:
            waiter = waiters[0]
            try:
                waiter.release()
            except RuntimeError:
                pass    # notified before, by a thread that an exception kept from taking it out
            else:
                n -= 1
            try:
                waiters.remove(waiter)
            except ValueError:
                pass

    def notify_all(self):
        """Wake all threads that wait. The lock must be held."""
        self.notify(len(self._waiters))

    def notifyAll(self):
        """The old name of notify_all(), deprecated."""
        _deprecated('notifyAll()', 'use notify_all() instead')
        self.notify_all()

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()
        self._waiters.clear()


class Semaphore:
    """A set of keys: acquire() takes one or waits for one, release() gives one back."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._lock = Lock()
        self._cond = Condition(self._lock)
        self._value = value

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>'

    def acquire(self, blocking=True, timeout=None):
        """Take a key: True, or False if there is none, without blocking or after timeout seconds."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._lock:
            if self._value:
                self._value -= 1
                return True
            if not blocking:
                return False
            return self._wait(timeout)

    __enter__ = acquire

    def _wait(self, timeout):
        wait = self._cond.wait
        if timeout is None:
            while not self._value:
                wait()
        else:
            deadline = _time() + timeout
            while not self._value:
                if timeout <= 0:
                    return False
                wait(timeout)
                timeout = deadline - _time()
        self._value -= 1
        return True

    def release(self, n=1):
        """Give back n keys; that many of those who wait get them."""
        if n < 1:
            raise ValueError('n must be one or more')
        with self._lock:
            self._value += n
            if self._cond._waiters:
                self._cond.notify(n)

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that raises ValueError when more keys are given back than there were at first."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}/{self._initial_value}>'

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._lock:
            if self._value + n > self._initial_value:
                raise ValueError('Semaphore released too many times')
            self._value += n
            if self._cond._waiters:
                self._cond.notify(n)


class Event:
    """A flag that threads wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        """Whether the flag is set."""
        return self._flag

    def isSet(self):
        """The old name of is_set(), deprecated."""
        _deprecated('isSet()', 'use is_set() instead')
        return self._flag

    def set(self):
        """Set the flag; all who wait for it go on."""
        cond = self._cond
        with cond._lock:
            self._flag = True
            if cond._waiters:
                cond.notify_all()

    def clear(self):
        """Unset the flag."""
        with self._cond._lock:
            self._flag = False

    def wait(self, timeout=None):
        """Wait until the flag is set, or for timeout seconds: False if they passed first."""
        cond = self._cond
        with cond._lock:
            return self._flag or cond.wait(timeout)

    def _at_fork_reinit(self):
        self._cond._at_fork_reinit()


class BrokenBarrierError(RuntimeError):
    """A barrier was aborted or reset, or a thread waited too long at it."""


class _Round:
    """Those who meet at a barrier at one time."""

    __slots__ = 'waiting', 'complete', 'broken'

    def __init__(self):
        self.waiting = 0
        self.complete = self.broken = False

    def over(self):
        return self.complete or self.broken


class Barrier:
    """A place where a number of threads wait for each other and then go on together.

    They meet in rounds. The last one to come completes its round and opens the next; a round that breaks
    stays, so that all who come fail too, until reset() opens another.
    """

    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._round = _Round()

    def __repr__(self):
        cls = type(self)
        state = 'broken' if self.broken else f'waiters={self.n_waiting}/{self.parties}'
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {state}>'

    def wait(self, timeout=None):
        """Wait for the others; returns 0 in the first thread that came, 1 in the second...

        The last one calls the barrier's action before they go on.
        """
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            this = self._round
            if this.broken:
                raise BrokenBarrierError
            index = this.waiting
            this.waiting += 1
            try:
                if this.waiting == self._parties:
                    self._complete(this)
                elif not self._cond.wait_for(this.over, timeout):
                    self._break(this)
            finally:
                this.waiting -= 1
            if this.broken:
                raise BrokenBarrierError
            return index

    def _complete(self, this):
        try:
            if self._action:
                self._action()
        except:
            self._break(this)
            raise
        this.complete = True
        self._round = _Round()
        self._cond.notify_all()

    def _break(self, this):
        this.broken = True
        self._cond.notify_all()

    def reset(self):
        """Make the barrier as new. Those who wait get a BrokenBarrierError."""
        with self._cond:
            self._break(self._round)
            self._round = _Round()

    def abort(self):
        """Break the barrier: all who wait or will wait, until reset(), get a BrokenBarrierError."""
        with self._cond:
            self._break(self._round)

    @property
    def parties(self):
        """How many threads meet."""
        return self._parties

    @property
    def n_waiting(self):
        """How many wait now."""
        this = self._round
        return 0 if this.broken else this.waiting

    @property
    def broken(self):
        """Whether it is broken."""
        return self._round.broken


# The threads there are. _limbo has those that start() is about to begin; a thread enters _active before it
# leaves _limbo. Single operations on these, and on _shutdown_locks, are atomic: they need no lock.

_active = {}
_limbo = {}
_counter = _count(1).__next__


class _Dangling:
    """The threads that have begun and are not over, as a collection."""

    def __iter__(self):
        return iter(enumerate())

    def __len__(self):
        return active_count()

    def copy(self):
        """Those that there are now."""
        from _weakrefset import WeakSet
        return WeakSet(self)


_dangling = _Dangling()

# Locks that threads other than daemons hold until they end: _shutdown() waits for them.
_shutdown_locks = set()
_shutdown_locks_limit = 64


def _maintain_shutdown_locks():
    """Forget the locks of threads that are over but were never joined."""
    global _shutdown_locks_limit
    _shutdown_locks.difference_update([lock for lock in list(_shutdown_locks) if not lock.locked()])
    _shutdown_locks_limit = max(64, 2 * len(_shutdown_locks))


def _newname(name_template):
    return name_template % _counter()


class Thread:
    """A thread: run() goes on beside its creator once start() has been called.

    group     must be None
    target    what run() calls, with args and kwargs; or override run()
    name      'Thread-N', with the target's name, unless given
    daemon    whether the program may end without it; as in the creating thread unless given
    """

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, 'group argument must be None for now'
        if name:
            name = str(name)
        else:
            name = _newname('Thread-%d')
            if target is not None:
                try:
                    name += f' ({target.__name__})'
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._tstate_lock = None    # held from the thread's beginning to its very end
        self._started = False
        self._is_stopped = False
        self._initialized = True
        self._stderr = _sys.stderr  # for excepthook, should the program lose it
        if excepthook is None:
            raise RuntimeError('threading.excepthook is None')

    def __repr__(self):
        assert self._initialized, 'Thread.__init__() was not called'
        self.is_alive()
        status = 'stopped' if self._is_stopped else 'started' if self._started else 'initial'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += f' {self._ident}'
        return f'<{self.__class__.__name__}({self._name}, {status})>'

    def start(self):
        """Begin to run; returns when the thread has its identity."""
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._started:
            raise RuntimeError('threads can only be started once')
        ready = Lock()
        ready.acquire()
        self._ready = ready
        _limbo[self] = self
        try:
            _start_new_thread(self._bootstrap, ())
        except Exception:
            del _limbo[self]
            raise
        ready.acquire()

    def run(self):
        """What the thread does: calls the target."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # The target's arguments may refer to the thread.
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        """The thread's life, from its first instruction to its last in Python."""
        try:
            self._bootstrap_inner()
        except:
            if self._daemonic and _sys is None:
                return      # the program has ended around a daemon
            raise

    def _bootstrap_inner(self):
        try:
            self._ident = ident = get_ident()
            self._native_id = get_native_id()
            self._tstate_lock = lock = _set_sentinel()
            lock.acquire()
            if not self._daemonic:
                if len(_shutdown_locks) >= _shutdown_locks_limit:
                    _maintain_shutdown_locks()
                _shutdown_locks.add(lock)
            _active[ident] = self
            del _limbo[self]
            self._started = True
            self._ready.release()
            del self._ready
            if _trace_hook:
                _sys.settrace(_trace_hook)
            if _profile_hook:
                _sys.setprofile(_profile_hook)
            try:
                self.run()
            except:
                self._invoke_excepthook()
        finally:
            del _active[get_ident()]

    def _invoke_excepthook(self):
        """Report the exception that run() has ended with."""
        try:
            (excepthook or __excepthook__)(ExceptHookArgs([*_sys.exc_info(), self]))
        except Exception as error:
            error.__suppress_context__ = True
            print('Exception in threading.excepthook:', file=_sys.stderr or self._stderr, flush=True)
            _sys.excepthook(*_sys.exc_info())

    def _stop(self):
        """Note that the thread is over. Its lock is free, or will never be."""
        lock, self._tstate_lock = self._tstate_lock, None
        self._is_stopped = True
        if lock is not None and not self._daemonic:
            _shutdown_locks.discard(lock)

    def _wait_for_tstate_lock(self, block=True, timeout=-1):
        """Wait for the thread's end; note it if it has come."""
        lock = self._tstate_lock
        if lock is None:
            return
        got = False
        try:
            got = lock.acquire(block, timeout)
        finally:
            if got:
                lock.release()
                self._stop()

    def join(self, timeout=None):
        """Wait until the thread is over, or for timeout seconds; is_alive() tells which."""
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if not self._started:
            raise RuntimeError('cannot join thread before it is started')
        if self._ident == get_ident():
            raise RuntimeError('cannot join current thread')
        if timeout is None:
            self._wait_for_tstate_lock()
        else:
            self._wait_for_tstate_lock(timeout=max(timeout, 0))

    def is_alive(self):
        """Whether the thread has been started and is not over."""
        assert self._initialized, 'Thread.__init__() not called'
        if self._is_stopped or not self._started:
            return False
        self._wait_for_tstate_lock(False)
        return not self._is_stopped

    @property
    def name(self):
        """What it is called, for people; need not be unique."""
        assert self._initialized, 'Thread.__init__() not called'
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, 'Thread.__init__() not called'
        self._name = str(name)

    @property
    def ident(self):
        """Its identifier, a number other than 0 that get_ident() gives in it; None before its start."""
        assert self._initialized, 'Thread.__init__() not called'
        return self._ident

    @property
    def native_id(self):
        """Its number in the system, as get_native_id() gives in it; None before its start."""
        assert self._initialized, 'Thread.__init__() not called'
        return self._native_id

    @property
    def daemon(self):
        """Whether the program may end without it. To be set before start()."""
        assert self._initialized, 'Thread.__init__() not called'
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if self._started:
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    # The older spellings.

    def isDaemon(self):
        """Deprecated: read daemon."""
        _deprecated('isDaemon()', 'get the daemon attribute instead')
        return self.daemon

    def setDaemon(self, daemonic):
        """Deprecated: set daemon."""
        _deprecated('setDaemon()', 'set the daemon attribute instead')
        self.daemon = daemonic

    def getName(self):
        """Deprecated: read name."""
        _deprecated('getName()', 'get the name attribute instead')
        return self.name

    def setName(self, name):
        """Deprecated: set name."""
        _deprecated('setName()', 'set the name attribute instead')
        self.name = name

    def _after_fork(self, alive):
        """In the child of a fork, which only the forking thread survives."""
        if alive:
            self._ident = get_ident()
            self._native_id = get_native_id()
            if self._tstate_lock is not None:
                self._tstate_lock._at_fork_reinit()
                self._tstate_lock.acquire()
        else:
            self._is_stopped = True
            self._tstate_lock = None


class Timer(Thread):
    """A thread that calls a function after some seconds, unless cancel() comes first."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        """Keep the function from being called, if it was not yet."""
        self.finished.set()

    def run(self):
        if not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    """The thread in which the program began."""

    def __init__(self):
        super().__init__(name='MainThread', daemon=False)
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._tstate_lock = _set_sentinel()
        self._tstate_lock.acquire()
        self._started = True
        _active[self._ident] = self


class _DummyThread(Thread):
    """Stands for a thread that was not made by this module. It cannot be joined and seems to live for ever."""

    def __init__(self):
        super().__init__(name=_newname('Dummy-%d'), daemon=True)
        self._started = True
        self._ident = get_ident()
        self._native_id = get_native_id()
        _active[self._ident] = self

    def _stop(self):
        pass

    def is_alive(self):
        assert not self._is_stopped and self._started
        return True

    def join(self, timeout=None):
        assert False, 'cannot join a dummy thread'


def current_thread():
    """The Thread object of the calling thread."""
    thread = _active.get(get_ident())
    return _DummyThread() if thread is None else thread


def currentThread():
    """The old name of current_thread(), deprecated."""
    _deprecated('currentThread()', 'use current_thread() instead')
    return current_thread()


def active_count():
    """How many threads there are."""
    return len(enumerate())


def activeCount():
    """The old name of active_count(), deprecated."""
    _deprecated('activeCount()', 'use active_count() instead')
    return active_count()


def enumerate():
    """A list of the threads there are, daemons and dummies included."""
    starting = list(_limbo.values())    # looked at first, so that nobody is missed
    running = list(_active.values())
    return running + [thread for thread in starting if thread not in running]


def main_thread():
    """The thread in which the program began."""
    return _main_thread


# The end.

_threading_atexits = []
_SHUTTING_DOWN = False


def _register_atexit(func, *arg, **kwargs):
    """Have func called when the program ends, before the threads are waited for; the last registered first."""
    if _SHUTTING_DOWN:
        raise RuntimeError("can't register atexit after shutdown")
    _threading_atexits.append(functools.partial(func, *arg, **kwargs))


def _shutdown():
    """Wait for all threads that are not daemons. The interpreter calls it when the main program is over."""
    global _SHUTTING_DOWN
    if _main_thread._is_stopped:
        return
    _SHUTTING_DOWN = True
    for call in reversed(_threading_atexits):
        call()
    if _main_thread.ident == get_ident():
        # Those who join the main thread go on.
        lock = _main_thread._tstate_lock
        if lock is not None and lock.locked():
            lock.release()
        _main_thread._stop()
    while _shutdown_locks:
        try:
            lock = _shutdown_locks.pop()
        except KeyError:
            break       # another thread has taken the last one
        lock.acquire()
        lock.release()


def _after_fork():
    """In the child of a fork: the thread that forked is the main thread, and the only one."""
    global _main_thread, _shutdown_locks
    _shutdown_locks = set()
    current = _active.get(_fork_ident or get_ident())
    threads = {*_active.values(), *_limbo.values()}
    _active.clear()
    _limbo.clear()
    if current is None:
        current = _MainThread()
    for thread in threads:
        thread._after_fork(thread is current)
    _main_thread = current
    _active[get_ident()] = current


_fork_ident = None


def _before_fork():
    # The child may have another identifier.
    global _fork_ident
    _fork_ident = get_ident()


_main_thread = _MainThread()

try:
    from os import register_at_fork as _register_at_fork
except ImportError:
    pass                # nothing forks here
else:
    _register_at_fork(before=_before_fork, after_in_child=_after_fork)
