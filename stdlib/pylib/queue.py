"""Queues between threads: first in first out, last in first out, smallest first."""

import threading
import types
from collections import deque
from heapq import heappush, heappop
from time import monotonic as time
try:
    from _queue import SimpleQueue
except ImportError:
    SimpleQueue = None

__all__ = ['Empty', 'Full', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue']

try:
    from _queue import Empty
except ImportError:
    class Empty(Exception):
        """get() had to wait longer than it may."""


class Full(Exception):
    """put() had to wait longer than it may."""


class Queue:
    """A queue of at most maxsize items, or any number if maxsize is not positive.

    Subclasses keep the items their own way: _init, _qsize, _put and _get, called with the lock held.
    """

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = mutex = threading.Lock()
        self.not_empty = threading.Condition(mutex)
        self.not_full = threading.Condition(mutex)
        self.all_tasks_done = threading.Condition(mutex)
        self.unfinished_tasks = 0

    def put(self, item, block=True, timeout=None):
        """Add an item; wait for room if need be: for ever, for timeout seconds, or not at all without block.

        Raises Full when there is none.
        """
        with self.mutex:
            if self.maxsize > 0:
                if block and timeout is not None and timeout < 0:
                    raise ValueError("'timeout' must be a non-negative number")
                if self._qsize() >= self.maxsize:
                    self._wait(self.not_full, self._has_room, block, timeout, Full)
            self._put(item)
            self.unfinished_tasks += 1
            if self.not_empty._waiters:
                self.not_empty.notify()

    def get(self, block=True, timeout=None):
        """Take an item out; wait for one if need be: for ever, for timeout seconds, or not at all without block.

        Raises Empty when there is none.
        """
        with self.mutex:
            if block and timeout is not None and timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            if not self._qsize():
                self._wait(self.not_empty, self._qsize, block, timeout, Empty)
            item = self._get()
            if self.not_full._waiters:
                self.not_full.notify()
            return item

    def _has_room(self):
        return self._qsize() < self.maxsize

    def _wait(self, condition, ready, block, timeout, error):
        if not block:
            raise error
        if timeout is None:
            while not ready():
                condition.wait()
            return
        deadline = time() + timeout
        while not ready():
            left = deadline - time()
            if left <= 0:
                raise error
            condition.wait(left)

    def put_nowait(self, item):
        """put() without waiting."""
        return self.put(item, False)

    def get_nowait(self):
        """get() without waiting."""
        return self.get(False)

    def task_done(self):
        """Say that the work on an item that get() gave is finished."""
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if unfinished < 0:
                raise ValueError('task_done() called too many times')
            if not unfinished:
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = unfinished

    def join(self):
        """Wait until the work on every item is finished."""
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        """How many items there are; may have changed before the caller looks at the number."""
        with self.mutex:
            return self._qsize()

    def empty(self):
        """Whether there is no item."""
        with self.mutex:
            return not self._qsize()

    def full(self):
        """Whether there is no room."""
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    # How the items are kept.

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    __class_getitem__ = classmethod(types.GenericAlias)


class PriorityQueue(Queue):
    """get() gives the smallest item first."""

    def _init(self, maxsize):
        self.queue = []

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    """get() gives the item that came last first."""

    def _init(self, maxsize):
        self.queue = []

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


class _PySimpleQueue:
    """SimpleQueue in Python: unbounded, without task_done() and join()."""

    def __init__(self):
        self._queue = deque()
        self._count = threading.Semaphore(0)

    def put(self, item, block=True, timeout=None):
        """Add an item. It never waits; block and timeout are there for the sake of Queue's."""
        self._queue.append(item)
        self._count.release()

    def get(self, block=True, timeout=None):
        """Take an item out, waiting for one as Queue.get() does."""
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self._count.acquire(block, timeout):
            raise Empty
        return self._queue.popleft()

    def put_nowait(self, item):
        """put()."""
        return self.put(item, False)

    def get_nowait(self):
        """get() without waiting."""
        return self.get(False)

    def empty(self):
        """Whether there is no item."""
        return not self._queue

    def qsize(self):
        """How many items there are."""
        return len(self._queue)

    __class_getitem__ = classmethod(types.GenericAlias)


if SimpleQueue is None:
    SimpleQueue = _PySimpleQueue
