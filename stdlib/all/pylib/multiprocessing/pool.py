"""Pools of worker processes, and of threads with the same interface.

When a worker ends, however it does, exactly its task fails, with WorkerLost, and another worker takes its place:
see _crew. Iterables that imap() gets are read by a thread of their own, as they may take their time.

    job    what one call of a method has asked for: a result object, with a number in the pool's cache
    task   a part of a job, for one worker at a time, and what makes it when its turn comes
"""

import collections
import itertools
import os
import queue
import threading
import time
import types
import warnings

from . import TimeoutError, _crew, get_context, util
from .reduction import ForkingPickler as _ForkingPickler

__all__ = ['Pool', 'ThreadPool']

INIT = 'INIT'
RUN = 'RUN'
CLOSE = 'CLOSE'
TERMINATE = 'TERMINATE'

job_counter = itertools.count()


def mapstar(args):
    """map() of arguments."""
    return list(map(*args))


def starmapstar(args):
    """starmap() of arguments."""
    return list(itertools.starmap(args[0], args[1]))


# Exceptions, on their way back.

class RemoteTraceback(_crew.TracebackText):
    """A traceback in another process, as text; the cause of the exception it belongs to."""


def rebuild_exc(exc, tb):
    """The exception that ExceptionWithTraceback has pickled."""
    exc.__cause__ = RemoteTraceback(tb)
    return exc


class ExceptionWithTraceback(_crew.WithTraceback):
    """An exception that takes its traceback along when pickled."""

    rebuild = staticmethod(rebuild_exc)


class MaybeEncodingError(Exception):
    """A result that cannot be sent back."""

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

    def __repr__(self):
        return f'<{type(self).__name__}: {self}>'


class WorkerLost(RuntimeError):
    """The worker has ended in the middle of the task."""

    def __init__(self, message, exitcode=None):
        super().__init__(message)
        self.exitcode = exitcode

    def __reduce__(self):
        return type(self), (self.args[0], self.exitcode)


def _describe(code):
    if code is None:
        return 'unknown exit status'
    if code >= 0:
        return f'exit status {code}'
    from .process import _exitcode_to_name
    name = _exitcode_to_name.get(code)
    return f'exit status {code} ({name[1:]})' if name else f'exit status {code}'


# In the worker.

_helper_reraises_exception = _crew.reraise


class _ThreadLife(_crew.Life):
    """What a worker that is a thread does."""

    def unsendable(self, exc, value):
        wrapped = MaybeEncodingError(exc, value)
        util.debug('Possible encoding error while sending result: %s', wrapped)
        return wrapped


class _Life(_ThreadLife):
    """What a worker that is a process does."""

    @staticmethod
    def unpickle(data):
        try:
            return _ForkingPickler.loads(data)
        except Exception as e:
            return None, _helper_reraises_exception, (e,), {}

    def failure(self, func, exc):
        if func is _helper_reraises_exception:
            return exc
        return ExceptionWithTraceback(exc, exc.__traceback__)


class _Task:
    # A part of a job: the job's number, which part, and (func, args, kwds).

    __slots__ = 'job', 'index', 'call'

    def __init__(self, job, index, call):
        self.job = job
        self.index = index
        self.call = call


# How many tasks may wait for a worker for iterables to be read on.
_AHEAD = 1024


class _PoolCache(dict):
    # The jobs that are not done. When the last is, the handler is to know.

    def __init__(self, /, *args, notifier=None, **kwds):
        self.notifier = notifier
        super().__init__(*args, **kwds)

    def __delitem__(self, item):
        super().__delitem__(item)
        if not self and self.notifier is not None:
            self.notifier()


class _Tasks:
    """The tasks that wait, and the thread that reads the iterables of imap(), started with the first. For engines.

    mutex guards ready and sources.
    """

    def _init_tasks(self, pool):
        self.pool = util._ref(pool)
        self.new_process = pool.Process
        self.state = RUN
        self.workers = []
        self.ready = collections.deque()      # tasks that wait for a worker
        self.sources = collections.deque()    # iterators of more of them, cheap to advance
        self.cache = _PoolCache(notifier=self.wake)
        self.taskqueue = queue.SimpleQueue()
        self.room = threading.Lock()          # held by nobody; the feeder waits for its release
        self.room.acquire()
        self.full = False                     # it does
        self.feeder = None
        self.feeding = 0

    def notifier(self):
        """Have whoever gives out tasks look at the state again."""
        self.wake()

    def feed(self, result, calls):
        """Have an iterable of calls read."""
        with self.mutex:
            self.feeding += 1
            if self.feeder is None:
                self.feeder = threading.Thread(target=self.read_iterables, name='PoolFeeder', daemon=True)
                self.feeder.start()
        self.taskqueue.put((result, calls))

    def read_iterables(self):
        """The life of the thread, which is not too far ahead of the workers."""
        while True:
            item = self.taskqueue.get()
            if item is None:
                return
            result, calls = item
            n = 0
            for call in calls:
                if len(self.ready) >= _AHEAD:
                    self.wait_for_room()
                if self.state == TERMINATE:
                    return
                self.submit(_Task(result._job, n, call))
                n += 1
            result._set_length(n)
            item = result = calls = call = None
            self.feeding -= 1
            self.wake()

    def wait_for_room(self):
        """Wait until fewer tasks are ready, or the pool ends."""
        with self.mutex:
            self.full = len(self.ready) >= _AHEAD and self.state != TERMINATE
            full = self.full
        if full:
            self.room.acquire()

    def make_room(self):
        """Let the feeder go on; under the mutex."""
        if self.full:
            self.full = False
            self.room.release()

    def idle_for_good(self):
        """Whether a pool that takes no more work has done all of it."""
        return not self.cache and not self.feeding

    def next_task(self):
        """A task that waits, or None; under the mutex."""
        task = self.ready.popleft() if self.ready else None
        while task is None and self.sources:
            task = next(self.sources[0], None)
            if task is None:
                self.sources.popleft()
        if self.full and len(self.ready) < _AHEAD // 2:
            self.make_room()
        return task

    def put_back(self, task):
        """A task is to be the next again; under the mutex."""
        self.ready.appendleft(task)

    def settle(self, task, success, value):
        """A task is done: its job gets the result."""
        result_object = self.cache.get(task.job)
        if result_object is not None:
            result_object._set(task.index, (success, value))


class _Engine(_Tasks, _crew.Crew):
    """The workers of a pool and the tasks that wait. It does not keep the pool alive."""

    sends_ahead = True

    def __init__(self, pool):
        _crew.Crew.__init__(self, pool._ctx, pool._processes,
                            _Life(pool._initializer, pool._initargs, pool._maxtasksperchild))
        self._init_tasks(pool)
        self.delayed = []           # (time, task, exception) of interrupted workers
        self.futile = 0             # how many workers have ended, or not begun, since one has done something
        self.trouble = None         # what it was last
        self.retry_at = 0           # when to start a worker again

    def start(self):
        """Start the handler."""
        self.thread = threading.Thread(target=self.handle, name='PoolHandler', daemon=True)
        self.thread._state = RUN
        self.thread.start()

    # Workers.

    def fill(self):
        """Start workers until there are enough."""
        while len(self.workers) < self.size:
            self.add_worker()

    def make_process(self, **kwds):
        p = self.new_process(self.ctx, **kwds)
        p.name = p.name.replace('Process', 'PoolWorker')
        p.daemon = True
        return p

    def joined(self, worker):
        util.debug('added worker')
        self.workers.append(worker.process)

    def retired(self, worker):
        self.workers.remove(worker.process)

    def ended(self, worker):
        task = self.remove(worker)
        p = worker.process
        p.join(_crew.LAST_BREATH)
        if p.exitcode is None:
            # It goes on without a connection: nobody could know what it does.
            p.kill()
            p.join()
        if p in self.workers:
            self.workers.remove(p)
        lost = self.reclaim(worker, task)
        if lost:
            exc = self.lost(p, 'in the middle of a task')
            for task in lost:
                if p.exitcode == -2:
                    self.delayed.append((time.monotonic() + util.INTERRUPT_GRACE, task, exc))
                else:
                    self.settle(task, False, exc)
        elif worker.number == 0 or task is not None:
            self.in_vain(self.lost(p, 'before it could do anything'))
        p.close()

    @staticmethod
    def lost(p, when):
        """The exception for a worker that has ended."""
        return WorkerLost(f'worker process {p.name} (pid {p.pid}) ended {when}: {_describe(p.exitcode)}', p.exitcode)

    def undelivered(self, worker, task):
        # It has ended before it had the whole task: another one gets it.
        with self.mutex:
            if worker.task is task:
                worker.task = None
                self.ready.appendleft(task)
        self.wake()

    # Tasks.

    def call_of(self, task):
        return task.call

    def submit(self, task):
        """Give a task to a worker, or keep it until there is one."""
        self.ready.append(task)
        if self.free:
            self.give_out()

    def submit_many(self, tasks):
        """submit() for tasks that an iterator gives without waiting for anything."""
        with self.mutex:
            self.sources.append(tasks)
        self.give_out()

    def give_out(self):
        if self.state != TERMINATE:
            super().give_out()

    def settle(self, task, success, value):
        self.futile = 0
        super().settle(task, success, value)

    # The handler.

    def handle(self):
        """The life of the handler."""
        try:
            self.serve()
        except Exception as e:
            # Nobody would look after the tasks: those who wait hear of it.
            self.state = TERMINATE
            for result in list(self.cache.values()):
                result._fail(e)
        finally:
            self.thread._state = TERMINATE

    def serve(self):
        """Wait for answers and ends of workers, and give out tasks, until the pool's end."""
        while True:
            state = self.state
            if state == TERMINATE or self.thread._state == TERMINATE:
                return
            if state == RUN and self.pool() is None and self.idle_for_good():
                state = self.state = CLOSE
            if state == CLOSE and self.idle_for_good():
                self.dismiss()
                self.clean_up()
                return
            self.look(self.patience())
            if self.delayed:
                self.settle_delayed()
            if self.state != TERMINATE:
                if len(self.workers) < self.size:
                    self.replace()
                self.give_out()

    def patience(self):
        """How long the handler may wait, in milliseconds."""
        times = [when for when, _, _ in self.delayed]
        if self.retry_at and len(self.workers) < self.size:
            times.append(self.retry_at)
        return max(0, (min(times) - time.monotonic()) * 1000) + 1 if times else None

    def settle_delayed(self):
        """Fail the tasks of workers that were interrupted, when it is time."""
        while self.delayed and self.delayed[0][0] <= time.monotonic():
            _, task, exc = self.delayed.pop(0)
            self.settle(task, False, exc)

    def replace(self):
        """Start workers in place of those that have ended."""
        if self.retry_at > time.monotonic():
            return
        self.retry_at = 0
        while len(self.workers) < self.size and self.state != TERMINATE and not self.retry_at:
            if self.state == CLOSE and self.idle_for_good():
                return
            try:
                self.add_worker()
            except Exception as e:
                self.in_vain(e)

    def in_vain(self, exc):
        """A worker could not be started or was of no use: the next one is started later, and what waits fails in the end."""
        self.futile += 1
        if self.futile > 3:
            self.retry_at = time.monotonic() + 0.01 * 2 ** min(self.futile - 3, 6)
        if self.futile <= 10 or len(self.workers) > len(self.free):
            return
        with self.mutex:
            tasks = list(iter(self.next_task, None))    # not those that come when these have failed
        for task in tasks:
            _Tasks.settle(self, task, False, exc)

    # The end.

    def clean_up(self):
        super().clean_up()
        if self.feeder is not None:
            self.taskqueue.put(None)

    def terminate(self):
        """End the workers and the handler now. The pool may be half made."""
        util.debug('finalizing pool')
        self.state = TERMINATE
        self.wake()
        with self.mutex:
            self.make_room()
        if self.thread is not None and self.thread.is_alive() and threading.current_thread() is not self.thread:
            self.thread.join()
        self.stop(2)
        self.clean_up()

    def join(self):
        """Wait for the handler's and the workers' end."""
        self.thread.join()
        for p in list(self.workers):
            p.join()


class _ThreadEngine(_Tasks):
    """The threads of a pool and the tasks that wait."""

    def __init__(self, pool):
        self.mutex = threading.Lock()
        self.there_is = threading.Condition(self.mutex)
        self.ctx, self.size = pool._ctx, pool._processes
        self.life = _ThreadLife(pool._initializer, pool._initargs, None)
        self.thread = None
        self._init_tasks(pool)

    def wake(self):
        """Have the threads look at the state again."""
        with self.mutex:
            self.there_is.notify_all()

    def fill(self):
        """Make the threads."""
        while len(self.workers) < self.size:
            p = self.new_process(self.ctx, target=self.serve)
            p.name = p.name.replace('Process', 'PoolWorker')
            p.daemon = True
            self.workers.append(p)

    def start(self):
        """Start the threads."""
        for p in self.workers:
            p.start()

    def serve(self):
        """The life of a thread."""
        if self.life.begin():
            self.life.work(self.get, self.put)

    def submit(self, task):
        """Add a task."""
        with self.mutex:
            self.ready.append(task)
            self.there_is.notify()

    def submit_many(self, tasks):
        """Add the tasks that an iterator gives."""
        with self.mutex:
            self.sources.append(tasks)
            self.there_is.notify_all()

    def get(self):
        """For the workers: the next task, or None at the end."""
        with self.mutex:
            while True:
                if self.state == TERMINATE:
                    return None
                task = self.next_task()
                if task is not None:
                    return task, *task.call
                if (self.state == CLOSE or self.pool() is None) and self.idle_for_good():
                    return None
                self.there_is.wait()

    def put(self, answer):
        """For the workers: what has come of a task."""
        self.settle(*answer)

    def terminate(self):
        """Give out no more tasks."""
        self.state = TERMINATE
        with self.mutex:
            self.make_room()
        self.taskqueue.put(None)
        self.wake()

    def join(self):
        """Wait for the threads."""
        for p in self.workers:
            if p.is_alive():
                p.join()
        self.taskqueue.put(None)


class Pool:
    """A number of worker processes, for calls that run in them."""

    _Engine = _Engine

    @staticmethod
    def Process(ctx, *args, **kwds):
        """Make a worker's process."""
        return ctx.Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        self._pool = []
        self._state = INIT
        self._ctx = context or get_context()
        if processes is None:
            processes = os.cpu_count() or 1
        if processes < 1:
            raise ValueError('Number of processes must be at least 1')
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError('maxtasksperchild must be a positive int or None')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._processes = processes
        self._initializer = initializer
        self._initargs = initargs
        self._maxtasksperchild = maxtasksperchild
        self._engine = self._Engine(self)
        self._cache = self._engine.cache
        self._taskqueue = self._engine.taskqueue
        self._change_notifier = self._engine.notifier
        self._pool = self._engine.workers
        # From here on the end of the program, perhaps by an interrupt, is the end of the workers.
        self._terminate = util.Finalize(self, Pool._terminate_engine, args=(self._engine,), exitpriority=15)
        try:
            self._engine.fill()
            self._engine.start()
        except BaseException:
            self._terminate()
            raise
        self._worker_handler = self._task_handler = self._result_handler = self._engine.thread
        self._state = RUN

    def __del__(self, _warn=warnings.warn, RUN=RUN):
        if self._state == RUN:
            _warn(f'unclosed running multiprocessing pool {self!r}', ResourceWarning, source=self)
            engine = getattr(self, '_engine', None)
            if engine is not None:
                engine.wake()

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__qualname__} state={self._state} pool_size={len(self._pool)}>'

    def _check_running(self):
        if self._state != RUN:
            raise ValueError('Pool not running')

    # Calls.

    def apply(self, func, args=(), kwds={}):
        """func(*args, **kwds) in a worker; waits for the result."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        """func(*args, **kwds) in a worker; an object that will have the result."""
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._engine.submit(_Task(result._job, 0, (func, args, kwds)))
        return result

    def map(self, func, iterable, chunksize=None):
        """The results for all items, in a list; waits for them."""
        return self._map_async(func, iterable, mapstar, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """map() that gives an object which will have the list."""
        return self._map_async(func, iterable, mapstar, chunksize, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        """map() with the items as the arguments."""
        return self._map_async(func, iterable, starmapstar, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """starmap() that gives an object which will have the list."""
        return self._map_async(func, iterable, starmapstar, chunksize, callback, error_callback)

    def _map_async(self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None):
        self._check_running()
        if not hasattr(iterable, '__len__'):
            iterable = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(iterable), len(self._pool) * 4)
            if extra:
                chunksize += 1
        if len(iterable) == 0:
            chunksize = 0
        result = MapResult(self, chunksize, len(iterable), callback, error_callback=error_callback)
        if len(iterable):
            self._engine.submit_many(Pool._map_tasks(result, mapper, Pool._get_tasks(func, iterable, chunksize)))
        return result

    @staticmethod
    def _map_tasks(result, mapper, batches):
        # What the iterable raises is the last part's result.
        i = 0
        try:
            for batch in batches:
                yield _Task(result._job, i, (mapper, (batch,), {}))
                i += 1
        except Exception as e:
            result._cut_off(i + 1)
            yield _Task(result._job, i, (_helper_reraises_exception, (e,), {}))

    @staticmethod
    def _get_tasks(func, it, size):
        it = iter(it)
        while True:
            chunk = tuple(itertools.islice(it, size))
            if not chunk:
                return
            yield func, chunk

    def imap(self, func, iterable, chunksize=1):
        """The results for all items, in order, one by one as they come."""
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        """The results for all items, one by one as they come."""
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def _imap(self, cls, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError(f'Chunksize must be 1+, not {chunksize:n}')
        result = cls(self)
        self._engine.feed(result, self._calls(func, iterable, chunksize))
        if chunksize == 1:
            return result
        return (item for chunk in result for item in chunk)

    @staticmethod
    def _calls(func, iterable, chunksize):
        # What an iterable raises is raised in its place among the results.
        try:
            if chunksize == 1:
                for x in iterable:
                    yield func, (x,), {}
            else:
                for batch in Pool._get_tasks(func, iterable, chunksize):
                    yield mapstar, (batch,), {}
        except Exception as e:
            yield _helper_reraises_exception, (e,), {}

    # The end.

    def close(self):
        """Take no more work; the workers end when what there is is done."""
        util.debug('closing pool')
        if self._state == RUN:
            self._state = CLOSE
            self._engine.state = CLOSE
            self._engine.wake()

    def terminate(self):
        """End the workers now."""
        util.debug('terminating pool')
        self._state = TERMINATE
        self._terminate()

    def join(self):
        """Wait for the workers' end; after close() or terminate()."""
        util.debug('joining pool')
        if self._state == RUN:
            raise ValueError('Pool is still running')
        if self._state not in (CLOSE, TERMINATE):
            raise ValueError('In unknown state')
        self._engine.join()

    @staticmethod
    def _terminate_engine(engine):
        engine.terminate()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, *exc):
        self.terminate()

    def __reduce__(self):
        raise NotImplementedError('pool objects cannot be passed between processes or pickled')


# Results.

class ApplyResult:
    """The result of a call, when there is one."""

    def __init__(self, pool, callback, error_callback):
        self._pool = pool
        self._event = threading.Event()
        self._job = next(job_counter)
        self._cache = pool._cache
        self._callback = callback
        self._error_callback = error_callback
        self._cache[self._job] = self

    def ready(self):
        """Whether the call has ended."""
        return self._event.is_set()

    def successful(self):
        """Whether the call has ended without an exception."""
        if not self.ready():
            raise ValueError(f'{self!r} not ready')
        return self._success

    def wait(self, timeout=None):
        """Wait until the call has ended, or the time is up."""
        self._event.wait(timeout)

    def get(self, timeout=None):
        """Wait for the result; raises what the call has raised, or TimeoutError."""
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _set(self, i, obj):
        self._success, self._value = obj
        self._done()

    def _fail(self, exc):
        self._success, self._value = False, exc
        self._done()

    def _done(self):
        # Callbacks come before anybody who waits goes on.
        try:
            if self._callback and self._success:
                self._callback(self._value)
            if self._error_callback and not self._success:
                self._error_callback(self._value)
        finally:
            self._event.set()
            try:
                del self._cache[self._job]
            except KeyError:
                pass
            self._pool = None

    __class_getitem__ = classmethod(types.GenericAlias)


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    """The list of results of a map(), when there is one."""

    def __init__(self, pool, chunksize, length, callback, error_callback):
        super().__init__(pool, callback, error_callback=error_callback)
        self._success = True
        self._value = [None] * length
        self._chunksize = chunksize
        self._missing = 0       # parts that will never come
        if chunksize <= 0:
            self._number_left = 0
            self._event.set()
            del self._cache[self._job]
        else:
            self._number_left = length // chunksize + bool(length % chunksize)

    def _set(self, i, success_result):
        self._number_left -= 1
        success, result = success_result
        if success and self._success:
            self._value[i * self._chunksize:(i + 1) * self._chunksize] = result
        elif not success and self._success:
            # The first failure is the job's, once all its tasks have ended.
            self._success = False
            self._value = result
        if self._number_left == self._missing:
            self._done()

    def _cut_off(self, parts):
        # There are no more parts than these.
        length = len(self._value)
        self._missing = length // self._chunksize + bool(length % self._chunksize) - parts


class IMapIterator:
    """The results of imap(), in order."""

    def __init__(self, pool):
        self._pool = pool
        self._lock = threading.Lock()
        self._job = next(job_counter)
        self._cache = pool._cache
        self._results = queue.SimpleQueue()     # None: the end
        self._index = 0
        self._length = None
        self._unsorted = {}
        self._cache[self._job] = self

    def __iter__(self):
        return self

    def next(self, timeout=None):
        """The next result; waits for it, up to timeout seconds."""
        try:
            result = self._results.get(True, timeout if timeout is None else max(0, timeout))
        except queue.Empty:
            raise TimeoutError from None
        if result is None:
            self._results.put(None)
            self._pool = None
            raise StopIteration
        success, value = result
        if success:
            return value
        raise value

    __next__ = next

    def _set(self, i, obj):
        with self._lock:
            self._take(i, obj)
            if self._index == self._length:
                self._end()

    def _take(self, i, obj):
        if self._index != i:
            self._unsorted[i] = obj
            return
        self._results.put(obj)
        self._index += 1
        while self._unsorted and self._index in self._unsorted:
            self._results.put(self._unsorted.pop(self._index))
            self._index += 1

    def _fail(self, exc):
        self._results.put((False, exc))

    def _end(self):
        if self._job in self._cache:
            self._results.put(None)
            del self._cache[self._job]
            self._pool = None

    def _set_length(self, length):
        with self._lock:
            self._length = length
            if self._index == length:
                self._end()


class IMapUnorderedIterator(IMapIterator):
    """The results of imap_unordered(), as they come."""

    def _take(self, i, obj):
        self._results.put(obj)
        self._index += 1


# Threads.

class ThreadPool(Pool):
    """A pool whose workers are threads."""

    _Engine = _ThreadEngine

    @staticmethod
    def Process(ctx, *args, **kwds):
        """Make a worker's thread."""
        from .dummy import Process
        return Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=()):
        Pool.__init__(self, processes, initializer, initargs)
