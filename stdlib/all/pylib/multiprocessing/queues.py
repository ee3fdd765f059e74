"""Queues: pipes with locks, and the queue whose put() never waits for the pipe.

A process that dies while it waits for an item, or for room, takes nothing with it. If it dies in the middle of
reading or writing an item, nobody can tell where the next one begins: from then on all processes get an OSError.
"""

import collections
import os
import time
import _thread

from _processes import recv_frame as _recv_frame, send_frame as _send_frame
from . import connection, context, util
from .reduction import ForkingPickler as _ForkingPickler

__all__ = ['Queue', 'SimpleQueue', 'JoinableQueue']

_queues_here = {}
_feeders = set()


class _Proxy:
    # queue.Empty and queue.Full: the module queue is large and mostly imported already, or never needed.
    def __getattr__(self, name):
        import queue
        return getattr(queue, name)


_queue = _Proxy()


def __getattr__(name):
    if name in ('Empty', 'Full'):
        return getattr(_queue, name)
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


class Queue:
    """A queue of objects. put() leaves them to a thread that writes them to a pipe.

    maxsize   how many items there may be, taken together, in all processes; 0: as many as fit a semaphore
    """

    def __init__(self, maxsize=0, *, ctx):
        if maxsize <= 0:
            from .synchronize import SEM_VALUE_MAX
            maxsize = SEM_VALUE_MAX
        self._maxsize = maxsize
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._rlock = ctx.Lock()
        self._opid = os.getpid()
        self._wlock = ctx.Lock()
        self._sem = ctx.BoundedSemaphore(maxsize)
        self._ignore_epipe = False
        self._reset()
        util.register_after_fork(self, Queue._after_fork)

    def __getstate__(self):
        context.assert_spawning(self)
        return self._ignore_epipe, self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._sem, self._opid

    def __setstate__(self, state):
        (self._ignore_epipe, self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._sem,
         self._opid) = state
        self._reset()

    def _after_fork(self):
        self._reset(after_fork=True)

    def _reset(self, after_fork=False):
        # _state is guarded by the GIL: _idle says that the feeder waits for _wakeup, which is then held.
        self._buffer = collections.deque()
        self._thread = None
        self._wakeup = _thread.allocate_lock()
        self._wakeup.acquire()
        self._idle = False
        self._start_lock = _thread.allocate_lock()
        self._jointhread = None
        self._joincancelled = False
        self._closed = False
        self._close = None
        self._poll = self._reader.poll
        _queues_here[id(self)] = util._ref(self, lambda _, key=id(self): _queues_here.pop(key, None))

    def _recv_bytes(self):
        # The next item, pickled; for who holds the reading lock.
        return _recv_frame(self._reader.fileno(), -1, self._rlock._semlock)

    def put(self, obj, block=True, timeout=None):
        """Put an object in; queue.Full where there is no room, at once or when the time is up."""
        if self._closed:
            raise ValueError(f'Queue {self!r} is closed')
        if not self._sem.acquire(block, timeout):
            raise _queue.Full
        self._append(obj)

    def _append(self, obj):
        if self._thread is None:
            self._start_thread()
        self._buffer.append(obj)
        if self._idle:
            self._wake()

    def _wake(self):
        # Only one of several may let the feeder go.
        if self._idle:
            self._idle = False
            try:
                self._wakeup.release()
            except RuntimeError:
                pass

    def get(self, block=True, timeout=None):
        """Take an object out; queue.Empty where there is none, at once or when the time is up."""
        if self._closed:
            raise ValueError(f'Queue {self!r} is closed')
        if block and timeout is None:
            with self._rlock:
                res = self._recv_bytes()
            self._sem.release()
        else:
            deadline = time.monotonic() + timeout if block else None
            if not self._rlock.acquire(block, timeout):
                raise _queue.Empty
            try:
                if block:
                    if not self._poll(deadline - time.monotonic()):
                        raise _queue.Empty
                elif not self._poll():
                    raise _queue.Empty
                res = self._recv_bytes()
                self._sem.release()
            finally:
                self._rlock.release()
        return _ForkingPickler.loads(res)

    def qsize(self):
        """About how many objects there are."""
        return self._maxsize - self._sem._semlock._get_value()

    def empty(self):
        """Whether there is nothing to take out right now."""
        return not self._poll()

    def full(self):
        """Whether there is no room right now."""
        return self._sem._semlock._is_zero()

    def get_nowait(self):
        """get() that does not wait."""
        return self.get(False)

    def put_nowait(self, obj):
        """put() that does not wait."""
        return self.put(obj, False)

    def close(self):
        """Put nothing more in from this process. What has been put in is still written."""
        self._closed = True
        close, self._close = self._close, None
        if close:
            close()

    def join_thread(self):
        """Wait until everything is written; after close()."""
        util.debug('Queue.join_thread()')
        assert self._closed, f'Queue {self!r} not closed'
        if self._jointhread:
            self._jointhread()

    def cancel_join_thread(self):
        """Let this process end before everything is written."""
        util.debug('Queue.cancel_join_thread()')
        self._joincancelled = True
        try:
            self._jointhread.cancel()
        except AttributeError:
            pass

    def _terminate_broken(self):
        self._reader.close()
        self.close()
        self.join_thread()

    # The feeder.

    def _start_thread(self):
        util.debug('Queue._start_thread()')
        with self._start_lock:
            if self._thread is not None:
                return
            import threading
            self._buffer.clear()
            feeder = _Feeder(self)
            thread = threading.Thread(target=feeder.run, name='QueueFeederThread', daemon=True)
            thread.start()
            self._thread = thread
        if not self._joincancelled:
            self._jointhread = util.Finalize(thread, Queue._finalize_join, [util._ref(thread)], exitpriority=-5)
        self._close = util.Finalize(self, Queue._finalize_close, [feeder], exitpriority=10)

    @staticmethod
    def _finalize_join(thread_ref):
        thread = thread_ref()
        if thread is not None:
            thread.join()

    @staticmethod
    def _finalize_close(feeder):
        feeder.buffer.append(_sentinel)
        feeder.wake()

    @staticmethod
    def _on_queue_feeder_error(e, obj):
        """What to do with an object that cannot be pickled."""
        import traceback
        traceback.print_exc()


_sentinel = object()


class _Feeder:
    # The life of a queue's thread. It holds the queue weakly: a queue that nobody has
    # any more is closed by its finalizer.

    def __init__(self, queue):
        self.queue = util._ref(queue)
        self.buffer = queue._buffer
        self.wakeup = queue._wakeup
        self.wlock = queue._wlock
        self.sem = queue._sem
        self.reader = queue._reader
        self.writer = queue._writer
        self.ignore_epipe = queue._ignore_epipe
        self.on_error = queue._on_queue_feeder_error
        self.gone = False

    def wake(self):
        queue = self.queue()
        if queue is None:
            self.gone = True
            try:
                self.wakeup.release()
            except RuntimeError:
                pass
        else:
            queue._wake()

    def wait(self):
        # Until there is something in the buffer.
        while not self.buffer:
            queue = self.queue()
            if queue is None:
                if self.gone:
                    return
            else:
                queue._idle = True
                if self.buffer:
                    queue._wake()
            del queue
            self.wakeup.acquire()

    def run(self):
        popleft = self.buffer.popleft
        dumps, fileno, lock = _ForkingPickler.dumps, self.writer.fileno, self.wlock._semlock
        acquire, release = lock.acquire, lock.release
        while True:
            try:
                self.wait()
                obj = popleft()
                if obj is _sentinel:
                    util.debug('feeder thread got sentinel -- exiting')
                    self.reader.close()
                    self.writer.close()
                    return
                data = obj.data if type(obj) is _Taken else dumps(obj)
                acquire()
                try:
                    _send_frame(fileno(), data, lock)
                finally:
                    release()
            except Exception as e:
                if self.ignore_epipe and getattr(e, 'errno', 0) == 32:
                    return
                if util.is_exiting():
                    util.info('error in queue thread: %s', e)
                    return
                # The item will not come out, so there is room for another.
                self.sem.release()
                self.on_error(e, obj)


# A child that waits, at its end, for room in the pipe of a queue.

class _Taken:
    # A pickled item that was taken out while waiting for a child, and goes in again.
    def __init__(self, data):
        self.data = data


def drainable():
    """Whether this process has a queue that it could read from."""
    return bool(_queues_here)


class Drain:
    """Takes items out of pipes that are full and that nobody reads, and puts them in again in the end.

    While it has a queue's items it has the queue's reading lock: so the order stays.
    """

    PATIENCE = 0.1

    def __init__(self):
        self.seen = {}
        self.held = {}

    def __enter__(self):
        return self

    def step(self):
        """Look at the queues, after every PATIENCE."""
        for ref in list(_queues_here.values()):
            q = ref()
            if q is None or q._reader.closed or q._writer.closed:
                continue
            key = id(q)
            if key not in self.held:
                mark = _backlog(q)
                # Full, and for the second time in a row nothing has moved.
                if not mark or self.seen.get(key) != mark:
                    self.seen[key] = mark
                    continue
                if not q._rlock.acquire(False):
                    continue
                self.held[key] = q, []
            self._take(*self.held[key])

    def _take(self, q, items):
        while q._reader.poll(0):
            items.append(_Taken(q._recv_bytes()))

    def __exit__(self, *exc):
        for q, items in self.held.values():
            try:
                self._take(q, items)
                if q._thread is None:
                    q._start_thread()
                # Before what this process has put in itself and is not written yet.
                q._buffer.extendleft(reversed(items))
                q._wake()
                # Nobody may take them: the end of this process does not wait for that.
                if q._jointhread:
                    q._jointhread.cancel()
            finally:
                q._rlock.release()


def _backlog(q):
    # How many bytes are in the pipe, or 0 if it has room.
    import _processes
    import select
    poller = select.poll()
    poller.register(q._writer.fileno(), select.POLLOUT)
    if poller.poll(0):
        return 0
    return _processes.pending(q._reader.fileno())


class JoinableQueue(Queue):
    """A queue that can be waited for until every item that was put in is done."""

    def __init__(self, maxsize=0, *, ctx):
        Queue.__init__(self, maxsize, ctx=ctx)
        self._unfinished_tasks = ctx.Semaphore(0)
        self._cond = ctx.Condition()

    def __getstate__(self):
        return Queue.__getstate__(self) + (self._cond, self._unfinished_tasks)

    def __setstate__(self, state):
        Queue.__setstate__(self, state[:-2])
        self._cond, self._unfinished_tasks = state[-2:]

    def put(self, obj, block=True, timeout=None):
        """Put an object in; queue.Full where there is no room, at once or when the time is up."""
        if self._closed:
            raise ValueError(f'Queue {self!r} is closed')
        if not self._sem.acquire(block, timeout):
            raise _queue.Full
        with self._cond:
            self._unfinished_tasks.release()
            self._append(obj)

    def task_done(self):
        """Say that an item which was taken out is done."""
        with self._cond:
            if not self._unfinished_tasks.acquire(False):
                raise ValueError('task_done() called too many times')
            if self._unfinished_tasks._semlock._is_zero():
                self._cond.notify_all()

    def join(self):
        """Wait until everything is done."""
        with self._cond:
            if not self._unfinished_tasks._semlock._is_zero():
                self._cond.wait()


class SimpleQueue:
    """A pipe with a lock at each end."""

    def __init__(self, *, ctx):
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._rlock = ctx.Lock()
        self._poll = self._reader.poll
        self._wlock = ctx.Lock()

    def close(self):
        """Close both ends."""
        self._reader.close()
        self._writer.close()

    def empty(self):
        """Whether there is nothing to take out right now."""
        return not self._poll()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._reader, self._writer, self._rlock, self._wlock

    def __setstate__(self, state):
        self._reader, self._writer, self._rlock, self._wlock = state
        self._poll = self._reader.poll

    def get(self):
        """Take an object out; waits for one."""
        with self._rlock:
            res = _recv_frame(self._reader.fileno(), -1, self._rlock._semlock)
        return _ForkingPickler.loads(res)

    def put(self, obj):
        """Put an object in; waits for room."""
        obj = _ForkingPickler.dumps(obj)
        with self._wlock:
            _send_frame(self._writer.fileno(), obj, self._wlock._semlock)
