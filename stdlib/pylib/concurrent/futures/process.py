"""An executor whose calls run in processes of a pool.

Each worker has a connection of its own and at most one call. A thread, the manager, waits for answers and for
ends of workers. When a worker ends otherwise than it was told to, nobody can say what its call has done: the
executor is broken, and everything that is not done fails with BrokenProcessPool.
"""

import collections
import itertools
import os
import threading
import time
import traceback
import weakref

from concurrent.futures import _base
from multiprocessing import connection, get_context
from multiprocessing.reduction import ForkingPickler as _ForkingPickler

EXTRA_QUEUED_CALLS = 1
_MAX_WINDOWS_WORKERS = 61

# The managers and what wakes them: when the program ends they are told to finish.
_threads_wakeups = weakref.WeakKeyDictionary()
_global_shutdown = False


def _python_exit():
    global _global_shutdown
    _global_shutdown = True
    items = list(_threads_wakeups.items())
    for _, crew in items:
        crew.wake()
    for thread, _ in items:
        thread.join()


threading._register_atexit(_python_exit)


class BrokenProcessPool(_base.BrokenExecutor):
    """A worker has ended in the middle of something."""


# Exceptions, on their way back.

class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


def _as_text(exc):
    return '\n"""\n' + ''.join(traceback.format_exception(type(exc), exc, exc.__traceback__)) + '"""'


class _ExceptionWithTraceback:
    def __init__(self, exc, tb):
        self.tb = '\n"""\n' + ''.join(traceback.format_exception(type(exc), exc, tb)) + '"""'
        self.exc = exc
        self.exc.__traceback__ = None

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


# In the worker.

def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _get_chunks(*iterables, chunksize):
    it = zip(*iterables)
    while True:
        chunk = tuple(itertools.islice(it, chunksize))
        if not chunk:
            return
        yield chunk


def _process_worker(conn, initializer, initargs, max_tasks=None):
    """The life of a worker: a call at a time until told to end."""
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _base._log.critical('Exception in initializer:', exc_info=True)
            return
    done = 0
    while max_tasks is None or done < max_tasks:
        try:
            call = conn.recv()
        except EOFError:
            return
        if call is None:
            return
        fn, args, kwargs = call
        try:
            answer = None, fn(*args, **kwargs)
        except BaseException as e:
            answer = _ExceptionWithTraceback(e, e.__traceback__), None
        try:
            conn.send(answer)
        except Exception as e:
            conn.send((_ExceptionWithTraceback(e, e.__traceback__), None))
        call = fn = args = kwargs = answer = None
        done += 1


# In the parent.

class _WorkItem:
    __slots__ = 'future', 'fn', 'args', 'kwargs'

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs


class _Slot:
    # A worker: its process, the connection, the call that it has, and how many more it may have.

    __slots__ = 'process', 'conn', 'fds', 'item', 'left'

    def __init__(self, process, conn, left):
        self.process = process
        self.conn = conn
        self.fds = conn.fileno(), process.sentinel
        self.item = None
        self.left = left


class _Crew:
    """The workers and the calls that wait. It does not keep the executor alive.

    mutex guards pending, free and what slots have.
    """

    def __init__(self, executor):
        self.executor = weakref.ref(executor, lambda _: self.wake())
        self.ctx = executor._mp_context
        self.size = executor._max_workers
        self.initializer, self.initargs = executor._initializer, executor._initargs
        self.max_tasks = executor._max_tasks_per_child
        self.on_demand = self.ctx.get_start_method(allow_none=False) != 'fork'
        self.mutex = threading.RLock()
        self.pending = collections.deque()
        self.slots = {}          # by the descriptors of the connection and of the process
        self.changed = False     # slots has others than the manager watches
        self.free = []
        self.processes = executor._processes
        self.broken = None
        self.closing = False
        self.wake_r, self.wake_w = os.pipe()
        self.woken = False
        self.thread = None

    def wake(self):
        """Have the manager look at the state again."""
        with self.mutex:
            if not self.woken and self.wake_w >= 0:
                self.woken = True
                os.write(self.wake_w, b'.')

    def start(self):
        """Start the manager and, where they are copies of this process, the workers."""
        if not self.on_demand:
            while len(self.processes) < self.size:
                self.add_worker()
        self.thread = threading.Thread(target=self.manage, name='ExecutorManagerThread', daemon=False)
        self.thread.start()
        _threads_wakeups[self.thread] = self

    def add_worker(self):
        """Start a worker."""
        ours, its = connection.Pipe()
        try:
            p = self.ctx.Process(target=_process_worker, args=(its, self.initializer, self.initargs, self.max_tasks))
            p.start()
        except BaseException:
            ours.close()
            raise
        finally:
            its.close()
        slot = _Slot(p, ours, self.max_tasks)
        with self.mutex:
            self.processes[p.pid] = p
            self.free.append(slot)
            for fd in slot.fds:
                self.slots[fd] = slot
            self.changed = True

    def all_slots(self):
        """The workers."""
        return list(set(self.slots.values()))

    # Calls.

    def submit(self, item):
        """Add a call."""
        with self.mutex:
            if self.broken:
                raise BrokenProcessPool('A child process terminated abruptly, the process pool is not usable anymore')
            self.pending.append(item)
            if self.on_demand and len(self.pending) > len(self.free) and len(self.processes) < self.size:
                try:
                    self.add_worker()
                except BaseException:
                    if not self.processes:
                        self.pending.remove(item)
                        raise
                self.wake()

    def next_pair(self):
        with self.mutex:
            while self.pending and self.free and not self.broken:
                item = self.pending.popleft()
                if item.future.set_running_or_notify_cancel():
                    slot = self.free.pop()
                    slot.item = item
                    return slot, item
        return None

    def give_out(self):
        """Give out calls while there are idle workers."""
        while pair := self.next_pair():
            slot, item = pair
            try:
                data = _ForkingPickler.dumps((item.fn, item.args, item.kwargs))
            except Exception as e:
                with self.mutex:
                    slot.item = None
                    self.free.append(slot)
                e.__cause__ = _RemoteTraceback(_as_text(e))
                item.future.set_exception(e)
            else:
                try:
                    slot.conn._send_bytes(data)
                except OSError:
                    self.wake()     # the manager finds out

    # The manager.

    def manage(self):
        """The life of the manager."""
        import select
        poller = select.poll()
        poller.register(self.wake_r, select.POLLIN)
        watched = set()
        while True:
            if self.changed:
                with self.mutex:
                    self.changed = False
                    now = set(self.slots)
                for fd in watched:
                    poller.unregister(fd)
                for fd in now:
                    poller.register(fd, select.POLLIN)
                watched = now
            for fd, _ in poller.poll():
                if fd == self.wake_r:
                    self.woken = False
                    os.read(fd, 4096)
                else:
                    self.attend(fd)
                    if self.broken:
                        self.break_up()
                        return
            if self.finished():
                self.dismiss()
                return
            self.give_out()

    def attend(self, fd):
        """There is something from a worker: its answer, or its end."""
        slot = self.slots.get(fd)
        if slot is None:
            return
        conn_fd, _ = slot.fds
        if fd != conn_fd and not (slot.item is not None and slot.conn.poll(0)):
            self.ended(slot)
            return
        try:
            data = slot.conn._recv_bytes()
        except (EOFError, OSError):
            self.ended(slot)
            return
        try:
            failure, value = _ForkingPickler.loads(data)
        except BaseException as e:
            self.broken = _as_text(e)
            return
        with self.mutex:
            item, slot.item = slot.item, None
            if slot.left is not None:
                slot.left -= 1
            if slot.left == 0:
                del self.processes[slot.process.pid]
            else:
                self.free.append(slot)
        self.give_out()
        if slot.left == 0 and not self.closing and self.pending:
            self.add_worker()
            self.give_out()
        if failure is not None:
            item.future.set_exception(failure)
        else:
            item.future.set_result(value)

    def ended(self, slot):
        """A worker has ended."""
        p = slot.process
        if slot.left != 0:
            p.join(1)
            self.broken = f'\n"""\nworker process {p.name} (pid {p.pid}) ended with exit status {p.exitcode}\n"""'
            return
        with self.mutex:
            for fd in slot.fds:
                self.slots.pop(fd, None)
            self.changed = True
        slot.conn.close()
        p.join()
        p.close()

    def finished(self):
        """Whether there is nothing to do any more, nor will be."""
        executor = self.executor()
        if executor is not None and not executor._shutdown_thread and not _global_shutdown:
            return False
        self.closing = True
        if executor is not None:
            executor._shutdown_thread = True
            if executor._cancel_pending_futures:
                with self.mutex:
                    items = list(self.pending)
                    self.pending.clear()
                for item in items:
                    item.future.cancel()
                    item.future.set_running_or_notify_cancel()
        with self.mutex:
            return not self.pending and not any(slot.item for slot in self.slots.values())

    def break_up(self):
        """Fail everything, and end the other workers."""
        cause = self.broken
        executor = self.executor()
        if executor is not None:
            executor._broken = ('A child process terminated abruptly, the process pool is not usable anymore')
            executor._shutdown_thread = True
            executor = None
        exc = BrokenProcessPool('A process in the process pool was terminated abruptly while the future was '
                                'running or pending.')
        exc.__cause__ = _RemoteTraceback(cause)
        with self.mutex:
            items = [slot.item for slot in self.all_slots() if slot.item is not None] + list(self.pending)
            self.pending.clear()
        for slot in self.all_slots():
            if slot.process.exitcode is None:
                slot.process.terminate()
        for item in items:
            try:
                item.future.set_exception(exc)
            except _base.InvalidStateError:
                pass     # cancelled
        self.clean_up(2)

    def dismiss(self):
        """Everything is done: the workers may go."""
        for slot in self.all_slots():
            try:
                slot.conn.send(None)
            except OSError:
                pass
        self.clean_up(None)

    def clean_up(self, patience):
        """Wait for the workers, and give back the descriptors."""
        deadline = None if patience is None else time.monotonic() + patience
        for slot in self.all_slots():
            if deadline is not None:
                slot.process.join(max(0.01, deadline - time.monotonic()))
                if slot.process.exitcode is None:
                    slot.process.kill()
            slot.process.join()
            slot.conn.close()
        with self.mutex:
            self.slots.clear()
            self.free.clear()
            fds, self.wake_r, self.wake_w = (self.wake_r, self.wake_w), -1, -1
        for fd in fds:
            os.close(fd)


class ProcessPoolExecutor(_base.Executor):
    """Makes calls in at most max_workers processes.

    mp_context            what makes the processes, of multiprocessing.get_context()
    initializer           called with initargs at the beginning of each process
    max_tasks_per_child   after how many calls a process is replaced; None: never
    """

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.cpu_count() or 1
        elif max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        self._max_workers = max_workers
        if mp_context is None:
            mp_context = get_context('spawn' if max_tasks_per_child is not None else None)
        self._mp_context = mp_context
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._initializer = initializer
        self._initargs = initargs
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError('max_tasks_per_child must be an integer')
            if max_tasks_per_child <= 0:
                raise ValueError('max_tasks_per_child must be >= 1')
            if mp_context.get_start_method(allow_none=False) == 'fork':
                raise ValueError("max_tasks_per_child is incompatible with the 'fork' multiprocessing start method; "
                                 'supply a different mp_context.')
        self._max_tasks_per_child = max_tasks_per_child
        self._processes = {}
        self._shutdown_thread = False
        self._shutdown_lock = threading.Lock()
        self._broken = False
        self._cancel_pending_futures = False
        self._crew = None
        self._executor_manager_thread = None

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shutdown_thread:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _global_shutdown:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            future = _base.Future()
            if self._crew is None:
                crew = _Crew(self)
                crew.start()
                self._crew, self._executor_manager_thread = crew, crew.thread
            crew = self._crew
            crew.submit(_WorkItem(future, fn, args, kwargs))
        crew.give_out()
        return future

    submit.__doc__ = _base.Executor.submit.__doc__

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results of fn for the items of the iterables, in order; chunksize items go to a process together."""
        if chunksize < 1:
            raise ValueError('chunksize must be >= 1.')
        if chunksize == 1:
            return super().map(fn, *iterables, timeout=timeout)
        from functools import partial
        results = super().map(partial(_process_chunk, fn), _get_chunks(*iterables, chunksize=chunksize), timeout=timeout)
        return _flatten(results)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._cancel_pending_futures = cancel_futures
            self._shutdown_thread = True
            crew = self._crew
        if crew is not None:
            crew.wake()
            if wait:
                crew.thread.join()
        self._executor_manager_thread = None
        self._processes = None
        self._crew = None

    shutdown.__doc__ = _base.Executor.shutdown.__doc__


def _flatten(chunks):
    # Lets go of each result as soon as it is handed out.
    for chunk in chunks:
        chunk.reverse()
        while chunk:
            yield chunk.pop()
