"""An executor whose calls run in threads of a pool."""

import itertools
import os
import queue
import threading
import types
import weakref

from concurrent.futures import _base

# The threads of all pools and the queues they take their work from: when the program ends they are told to stop.
_threads_queues = {}
_shutdown = False
_global_shutdown_lock = threading.Lock()


def _python_exit():
    global _shutdown
    with _global_shutdown_lock:
        _shutdown = True
    workers = list(_threads_queues.items())
    for _, work_queue in workers:
        work_queue.put(None)
    for thread, _ in workers:
        thread.join()


threading._register_atexit(_python_exit)

if hasattr(os, 'register_at_fork'):
    os.register_at_fork(before=_global_shutdown_lock.acquire,
                        after_in_child=_global_shutdown_lock._at_fork_reinit,
                        after_in_parent=_global_shutdown_lock.release)


class _WorkItem:
    """A call to make and the future that waits for it."""

    __slots__ = 'future', 'fn', 'args', 'kwargs'

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        future = self.future
        if not future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as exc:
            future.set_exception(exc)
            self = future = None    # the exception's traceback refers to this frame
        else:
            future.set_result(result)

    __class_getitem__ = classmethod(types.GenericAlias)


def _worker(executor_reference, work_queue, idle, initializer, initargs):
    """The life of a thread of the pool, which the executor's end must not depend on: it holds a weak reference.

    None in the queue means to see whether that end has come, and to pass the word on. Each thread that
    finds nothing more to do leaves a mark in idle; submit() takes one or makes a new thread.
    """
    try:
        if initializer is not None:
            try:
                initializer(*initargs)
            except BaseException:
                _base._logger().critical('Exception in initializer:', exc_info=True)
                executor = executor_reference()
                if executor is not None:
                    executor._initializer_failed()
                return
        get = work_queue.get
        while True:
            item = get()
            if item is not None:
                item.run()
                item = None
                if work_queue.empty():
                    idle.append(None)
                continue
            executor = executor_reference()
            if _shutdown or executor is None or executor._shutdown:
                if executor is not None:
                    executor._shutdown = True
                work_queue.put(None)
                return
            executor = None
    except BaseException:
        _base._logger().critical('Exception in worker', exc_info=True)
    finally:
        _threads_queues.pop(threading.current_thread(), None)


class BrokenThreadPool(_base.BrokenExecutor):
    """A thread's initializer has failed."""


class ThreadPoolExecutor(_base.Executor):
    """Makes calls in at most max_workers threads, which begin as they are needed.

    thread_name_prefix   what the threads' names begin with
    initializer          called with initargs at the beginning of each thread
    """

    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            # Threads mostly wait for something: more than processors, but not too many on a large machine.
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._work_queue = queue.SimpleQueue()
        self._idle = []
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or f'ThreadPoolExecutor-{self._counter()}'
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _global_shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _shutdown:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            future = _base.Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            if self._idle:
                self._idle.pop()
            elif len(self._threads) < self._max_workers:
                self._add_thread()
            return future

    submit.__doc__ = _base.Executor.submit.__doc__

    def _add_thread(self):
        work_queue = self._work_queue

        def tell(_):
            work_queue.put(None)

        name = f'{self._thread_name_prefix or self}_{len(self._threads)}'
        thread = threading.Thread(name=name, target=_worker,
                                  args=(weakref.ref(self, tell), work_queue, self._idle, self._initializer, self._initargs))
        thread.start()
        self._threads.add(thread)
        _threads_queues[thread] = work_queue

    def _drain(self):
        """The futures of the calls that wait in the queue, taken out."""
        while True:
            try:
                item = self._work_queue.get_nowait()
            except queue.Empty:
                return
            if item is not None:
                yield item.future

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
            for future in self._drain():
                future.set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for future in self._drain():
                    future.cancel()
            # Every thread that waits passes it on.
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    shutdown.__doc__ = _base.Executor.shutdown.__doc__
