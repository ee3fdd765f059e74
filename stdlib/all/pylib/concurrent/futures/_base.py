"""Futures, the executors' interface, and waiting for several futures."""

import threading
import types
from collections import namedtuple
from time import monotonic

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'
_AS_COMPLETED = '_AS_COMPLETED'

# A future is pending, then running, then finished; or cancelled while pending, which those who wait
# for it learn when its executor comes to it.
PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'

_FUTURE_STATES = [PENDING, RUNNING, CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED]

_STATE_TO_DESCRIPTION_MAP = {
    PENDING: 'pending',
    RUNNING: 'running',
    CANCELLED: 'cancelled',
    CANCELLED_AND_NOTIFIED: 'cancelled',
    FINISHED: 'finished',
}

_DONE = frozenset({CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED})
_SETTLED = frozenset({CANCELLED_AND_NOTIFIED, FINISHED})


class Error(Exception):
    """What goes wrong with futures."""


class CancelledError(Error):
    """The future was cancelled."""


TimeoutError = TimeoutError     # the builtin one


class InvalidStateError(Error):
    """The future is not in a state that allows this."""


class BrokenExecutor(RuntimeError):
    """An executor cannot go on."""


def _logger():
    from logging import getLogger
    return getLogger('concurrent.futures')


def __getattr__(name):
    if name == 'LOGGER':
        return _logger()
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


class _Waiter:
    """Somebody who waits for several futures. settle() is called by each of them, with its lock held."""

    def __init__(self, pending, return_when):
        self.event = threading.Event()
        self.finished_futures = []
        self.lock = threading.Lock()
        self.left = 1 if return_when in (FIRST_COMPLETED, _AS_COMPLETED) else pending
        self.stop_on_exception = return_when == FIRST_EXCEPTION

    def settle(self, future):
        with self.lock:
            self.finished_futures.append(future)
            self.left -= 1
            if self.left <= 0 or self.stop_on_exception and future._exception is not None:
                self.event.set()

    def take(self):
        """The futures that have settled since the last time; for as_completed."""
        with self.lock:
            finished, self.finished_futures = self.finished_futures, []
            self.left = 1
            self.event.clear()
        return finished


class _AcquireFutures:
    """Holds the locks of several futures, taken in one order by everybody."""

    def __init__(self, futures):
        self.futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self.futures:
            future._condition.acquire()

    def __exit__(self, *args):
        for future in self.futures:
            future._condition.release()


def _forget(future, waiter):
    """Take waiter from a future that will not be waited for any more."""
    with future._condition:
        future._waiters.remove(waiter)


def as_completed(fs, timeout=None):
    """Yield the futures in the order in which they finish, those that have finished already first.

    TimeoutError when they have not all finished after timeout seconds.
    """
    deadline = None if timeout is None else timeout + monotonic()
    pending = dict.fromkeys(fs)
    total = len(pending)
    with _AcquireFutures(pending):
        finished = [f for f in pending if f._state in _SETTLED]
        for f in finished:
            del pending[f]
        waiter = _Waiter(len(pending), _AS_COMPLETED)
        for f in pending:
            f._waiters.append(waiter)
    f = None
    try:
        finished.reverse()
        while finished:
            yield finished.pop()    # and keep no reference
        while pending:
            if deadline is None:
                waiter.event.wait()
            else:
                left = deadline - monotonic()
                if left < 0:
                    raise TimeoutError('%d (of %d) futures unfinished' % (len(pending), total))
                waiter.event.wait(left)
            finished = waiter.take()
            finished.reverse()
            for f in finished:
                del pending[f]
                _forget(f, waiter)
            f = None
            while finished:
                yield finished.pop()
    finally:
        for f in pending:
            _forget(f, waiter)


DoneAndNotDoneFutures = namedtuple('DoneAndNotDoneFutures', 'done not_done')


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait until all futures are done, or the first is, or the first raises; or for timeout seconds.

    Returns two sets: those that are done and those that are not.
    """
    fs = set(fs)
    with _AcquireFutures(fs):
        done = {f for f in fs if f._state in _SETTLED}
        not_done = fs - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_EXCEPTION and done:
            if any(f._state == FINISHED and f._exception is not None for f in done):
                return DoneAndNotDoneFutures(done, not_done)
        if not not_done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
            raise ValueError('Invalid return condition: %r' % return_when)
        waiter = _Waiter(len(not_done), return_when)
        for f in not_done:
            f._waiters.append(waiter)
    waiter.event.wait(timeout)
    for f in not_done:
        _forget(f, waiter)
    done.update(waiter.finished_futures)
    return DoneAndNotDoneFutures(done, fs - done)


def _result_or_cancel(fut, timeout=None):
    try:
        try:
            return fut.result(timeout)
        finally:
            fut.cancel()
    finally:
        del fut     # its exception's traceback refers to this frame


class Future:
    """The result of a call that may not have run yet."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            state = _STATE_TO_DESCRIPTION_MAP[self._state]
            if self._state == FINISHED:
                if self._exception:
                    state += ' raised ' + self._exception.__class__.__name__
                else:
                    state += ' returned ' + self._result.__class__.__name__
            return f'<{self.__class__.__name__} at {id(self):#x} state={state}>'

    # For who waits for it.

    def cancel(self):
        """Cancel the call; False if it runs already or has finished."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in _DONE:
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        """Whether it was cancelled."""
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        """Whether the call runs now."""
        with self._condition:
            return self._state == RUNNING

    def done(self):
        """Whether it was cancelled or has finished."""
        with self._condition:
            return self._state in _DONE

    def add_done_callback(self, fn):
        """Have fn(future) called when it is done, in some thread; now if it is done already."""
        with self._condition:
            if self._state not in _DONE:
                self._done_callbacks.append(fn)
                return
        self._call_back(fn)

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._call_back(callback)

    def _call_back(self, callback):
        try:
            callback(self)
        except Exception:
            _logger().exception('exception calling callback for %r', self)

    def _wait_done(self, timeout):
        """Wait until it is done. The lock is held."""
        state = self._state
        if state not in _DONE:
            self._condition.wait(timeout)
            state = self._state
        if state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        """What the call has returned; raises what it has raised.

        Waits for it, for timeout seconds at most: TimeoutError. CancelledError if it was cancelled.
        """
        try:
            with self._condition._lock:
                if self._state != FINISHED:
                    self._wait_done(timeout)
                if self._exception is None:
                    return self._result
                raise self._exception
        finally:
            self = None     # the exception's traceback refers to this frame

    def exception(self, timeout=None):
        """The exception that the call has raised, or None. Waits for it like result()."""
        with self._condition:
            if self._state != FINISHED:
                self._wait_done(timeout)
            return self._exception

    # For the executor that runs the call.

    def set_running_or_notify_cancel(self):
        """Say that the call begins; False if it was cancelled and should not."""
        with self._condition._lock:
            if self._state == PENDING:
                self._state = RUNNING
                return True
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.settle(self)
                return False
            _logger().critical('Future %s in unexpected state: %s', id(self), self._state)
            raise RuntimeError('Future in unexpected state')

    def set_result(self, result):
        """Say what the call has returned."""
        self._finish(result, None)

    def set_exception(self, exception):
        """Say what the call has raised."""
        self._finish(None, exception)

    def _finish(self, result, exception):
        condition = self._condition
        with condition._lock:
            if self._state in _DONE:
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._result = result
            self._exception = exception
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.settle(self)
            if condition._waiters:
                condition.notify_all()
        if self._done_callbacks:
            self._invoke_callbacks()

    __class_getitem__ = classmethod(types.GenericAlias)


class Executor:
    """Runs calls elsewhere. A context manager that waits for them at its end."""

    def submit(self, fn, /, *args, **kwargs):
        """Have fn(*args, **kwargs) called; returns a Future of its result."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """An iterator like map(fn, *iterables)'s, with the calls all submitted at once.

        It raises what a call has raised when it comes to it, and TimeoutError when a result is not there
        timeout seconds after map() was called. chunksize is for processes.
        """
        deadline = None if timeout is None else timeout + monotonic()
        fs = []
        try:
            for args in zip(*iterables):
                fs.append(self.submit(fn, *args))
        except KeyboardInterrupt:
            # Nobody will have these futures, and the program mostly waits for those that are not cancelled.
            for future in fs:
                future.cancel()
            raise
        fs.reverse()

        def results():
            try:
                while fs:
                    if deadline is None:
                        yield _result_or_cancel(fs.pop())
                    else:
                        yield _result_or_cancel(fs.pop(), deadline - monotonic())
            finally:
                for future in fs:
                    future.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls; wait for those there are; or cancel those that have not begun."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
