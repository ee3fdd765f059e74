"""An executor whose calls run in processes of a pool.

See multiprocessing._crew for the workers. When one of them ends otherwise than it was told to, nobody can say what
its call has done: the executor is broken, and everything that is not done fails with BrokenProcessPool.
"""

import collections
import itertools
import os
import threading
import weakref
from time import monotonic

from concurrent.futures import _base
from multiprocessing import _crew, get_context, util

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

class _RemoteTraceback(_crew.TracebackText):
    pass


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


class _ExceptionWithTraceback(_crew.WithTraceback):
    rebuild = staticmethod(_rebuild_exc)

    def __init__(self, exc, tb):
        super().__init__(exc, tb)
        exc.__traceback__ = None


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


class _Life(_crew.Life):
    """What a worker does."""

    catches = BaseException

    def begin(self):
        try:
            return super().begin()
        except BaseException:
            _base._logger().critical('Exception in initializer:', exc_info=True)
            return False

    def failure(self, func, exc):
        return _ExceptionWithTraceback(exc, exc.__traceback__)

    def unsendable(self, exc, value):
        return _ExceptionWithTraceback(exc, exc.__traceback__)


# In the parent.

class _WorkItem:
    __slots__ = 'future', 'fn', 'args', 'kwargs'

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs


class _Crew(_crew.Crew):
    """The workers and the calls that wait. It does not keep the executor alive.

    Ctrl-C is for all processes of the program, and a worker may be heard of first: it has ended by it, or its call
    has raised KeyboardInterrupt. What follows from that is held for a moment, in which this process
    may begin to end by its own interrupt.

    mutex guards pending, too.
    """

    def __init__(self, executor):
        super().__init__(executor._mp_context, executor._max_workers,
                         _Life(executor._initializer, executor._initargs, executor._max_tasks_per_child))
        self.executor = weakref.ref(executor, lambda _: self.wake())
        self.on_demand = self.ctx.get_start_method(allow_none=False) != 'fork'
        self.pending = collections.deque()
        self.again = []             # calls that a thread was interrupted in sending
        self.processes = executor._processes
        self.broken = None          # what has broken it, as text
        self.closing = False
        self.managed = self.given_up = False    # whether the manager has begun, and that it need not; by the mutex
        self.held_until = None      # None: nothing is held
        self.held = []              # calls that were interrupted, with what they have raised
        self.lost = []              # those whose workers were
        self.doom = None            # what will have broken it, as text

    def start(self, item):
        """Start the manager and a worker for the first call; where they are copies of this process, all workers.

        The call is there before them: it fails if they end at once.
        """
        self.pending.append(item)
        try:
            while len(self.processes) < (1 if self.on_demand else self.size):
                self.add_worker()
            self.thread = threading.Thread(target=self.manage, name='ExecutorManagerThread', daemon=False)
            self.thread.start()
        except BaseException as e:
            with self.mutex:
                self.given_up = True
            if self.managed:    # it was only waiting for that which was interrupted
                self.break_because(_crew.as_text(e, e.__traceback__))
                self.wake()
            else:
                self.stop(0)
                self.clean_up()
            raise

    def joined(self, worker):
        self.processes[worker.process.pid] = worker.process

    def retired(self, worker):
        del self.processes[worker.process.pid]

    def ended(self, worker):
        p = worker.process
        if worker.left == 0:
            self.remove(worker)
            p.join()
            p.close()
            return
        p.join(_crew.LAST_BREATH)
        reason = f'\n"""\nworker process {p.name} (pid {p.pid}) ended with exit status {p.exitcode}\n"""'
        if p.exitcode != -2:
            self.break_because(reason)
            return
        self.hold()
        self.doom = reason
        task = self.remove(worker)
        p._popen.close()
        if task is not None:
            self.lost.append(task)

    # Interrupts.

    def failed(self, value):
        if isinstance(value, KeyboardInterrupt):
            self.hold()

    def hold(self):
        """Give out nothing for a moment."""
        if self.held_until is None:
            self.held_until = monotonic() + util.INTERRUPT_GRACE

    def patience(self):
        """How long the manager may wait, in milliseconds."""
        return None if self.held_until is None else max(0, self.held_until - monotonic()) * 1000 + 1

    def release(self):
        """Let what is held take its course, if it is time or the executor is to end."""
        if self.held_until is None or monotonic() < self.held_until and not self.told_to_end(self.executor()):
            return
        self.held_until = None
        held, self.held = self.held, []
        for item, exc in held:
            self.settle(item, False, exc)
        if self.doom is not None:
            self.break_because(self.doom)
        self.give_out()     # which finds those that are cancelled, too

    def give_out(self):
        if self.held_until is None:
            super().give_out()

    def unreadable(self, worker, exc):
        self.break_because(_crew.as_text(exc, exc.__traceback__))

    def break_because(self, reason):
        """Something has happened after which the executor is of no use."""
        if self.broken is None:
            self.broken = reason

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
                except BaseException as e:
                    # A worker less is no reason to refuse the call, if there are others.
                    if not self.processes or not isinstance(e, Exception):
                        self.pending.remove(item)
                        raise
                self.wake()

    def next_task(self):
        if self.again and not self.broken:
            return self.again.pop()
        while self.pending and not self.broken:
            item = self.pending.popleft()
            if item.future.set_running_or_notify_cancel():
                return item
        return None

    def put_back(self, item):
        # Its future runs for those who look; next_task() would not have it again.
        self.again.append(item)

    def call_of(self, item):
        return item.fn, item.args, item.kwargs

    def settle(self, item, success, value):
        if success:
            item.future.set_result(value)
        elif self.held_until is not None and isinstance(value, KeyboardInterrupt):
            self.held.append((item, value))
        else:
            if value.__cause__ is None:     # it was not pickled here
                value.__cause__ = _RemoteTraceback(_crew.as_text(value, value.__traceback__))
            item.future.set_exception(value)

    # The manager.

    def manage(self):
        """The life of the manager."""
        with self.mutex:
            if self.given_up:
                return
            self.managed = True
        _threads_wakeups[threading.current_thread()] = self
        if _global_shutdown:
            self.wake()
        while True:
            self.look(self.patience())
            self.release()
            if self.broken:
                self.break_up()
                return
            if self.finished():
                self.dismiss()
                self.clean_up()
                return
            self.replace()
            self.give_out()

    def replace(self):
        """Start a worker in the place of one that may do no more."""
        if self.life.max_tasks is None or self.held_until is not None:
            return
        with self.mutex:    # submit() starts workers, too
            if not self.pending or self.free or len(self.processes) >= self.size:
                return
            try:
                self.add_worker()
            except Exception as e:
                if not self.processes:
                    self.break_because(_crew.as_text(e, e.__traceback__))
                    self.wake()

    @staticmethod
    def told_to_end(executor):
        """Whether there will be no more calls. executor may be gone."""
        return executor is None or executor._shutdown_thread or _global_shutdown

    def finished(self):
        """Whether there is nothing to do any more, nor will be."""
        executor = self.executor()
        if not self.told_to_end(executor):
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
            return self.held_until is None and not self.again and not self.pending and not any(worker.task for worker in self.all_workers())

    def break_up(self):
        """Fail everything, and end the other workers."""
        executor = self.executor()
        if executor is not None:
            with executor._shutdown_lock:   # submit() finds neither, or both
                executor._broken = 'A child process terminated abruptly, the process pool is not usable anymore'
                executor._shutdown_thread = True
            executor = None
        exc = BrokenProcessPool('A process in the process pool was terminated abruptly while the future was '
                                'running or pending.')
        exc.__cause__ = _RemoteTraceback(self.broken)
        with self.mutex:
            items = self.lost + [worker.task for worker in self.all_workers() if worker.task is not None] + self.again + list(self.pending)
            items += [item for item, _ in self.held]
            self.pending.clear()
        for item in items:
            try:
                item.future.set_exception(exc)
            except _base.InvalidStateError:
                pass     # cancelled
        self.stop(2)
        self.clean_up()


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
            item = _WorkItem(future, fn, args, kwargs)
            crew = self._crew
            if crew is None:
                crew = _Crew(self)
                crew.start(item)
                self._crew, self._executor_manager_thread = crew, crew.thread
            else:
                crew.submit(item)
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
