"""Worker processes with one task each: what a Pool and a ProcessPoolExecutor have in common.

Each worker has a connection of its own to the crew and at most one task, so the crew always knows who has
what, and when a worker ends, however it does, exactly its task is lost. A task is never given out twice.

One thread, the keeper, waits for answers and for ends of workers. A task that finds an idle worker is given
out by the thread that submits it.

    task     a number, and func, args and kwds of a call
    answer   the number, whether the call returned, and what it returned or raised
"""

import itertools
import os
import threading
import traceback

from _processes import Inbox
from . import connection, util
from .reduction import ForkingPickler as _ForkingPickler


# Exceptions, on their way back.

class TracebackText(Exception):
    """A traceback in another process; the cause of the exception it belongs to."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


def as_text(exc, tb):
    """A traceback as a TracebackText shows it."""
    tb = ''.join(traceback.format_exception(type(exc), exc, tb))
    return f'\n"""\n{tb}"""'


class WithTraceback:
    """An exception that takes its traceback along when pickled; rebuild() puts both together again."""

    rebuild = None

    def __init__(self, exc, tb):
        self.exc = exc
        self.tb = as_text(exc, tb)

    def __reduce__(self):
        return self.rebuild, (self.exc, self.tb)


def reraise(exc):
    """The call of a task that could not be had: it raises the reason."""
    raise exc


# In the worker.

class Life:
    """What a worker does: a task at a time until there are no more, or it has done as many as it may."""

    catches = Exception     # what a call may raise without ending the worker

    def __init__(self, initializer, initargs, max_tasks):
        self.initializer, self.initargs = initializer, initargs
        self.max_tasks = max_tasks

    def __call__(self, conn):
        if self.begin():
            self.work(lambda: self.receive(conn), conn.send)

    def begin(self):
        """Get ready; false if there is nothing to be done then."""
        if self.initializer is not None:
            self.initializer(*self.initargs)
        return True

    @staticmethod
    def receive(conn):
        """The next task."""
        return _ForkingPickler.loads(conn.recv_bytes())

    def work(self, get, put):
        """Get tasks and put answers."""
        done = 0
        while self.max_tasks is None or done < self.max_tasks:
            try:
                task = get()
            except (EOFError, OSError):
                util.debug('worker got EOFError or OSError -- exiting')
                break
            if task is None:
                util.debug('worker got sentinel -- exiting')
                break
            number, func, args, kwds = task
            try:
                answer = number, True, func(*args, **kwds)
            except self.catches as e:
                answer = number, False, self.failure(func, e)
            try:
                put(answer)
            except Exception as e:
                put((number, False, self.unsendable(e, answer[2])))
            task = answer = func = args = kwds = None
            done += 1
        util.debug('worker exiting after %d tasks', done)

    def failure(self, func, exc):
        """What to answer where the call has raised exc."""
        return exc

    def unsendable(self, exc, value):
        """What to answer where sending value has raised exc."""
        return exc


# In the parent.

class Worker:
    """A worker as the crew sees it."""

    __slots__ = 'process', 'conn', 'inbox', 'fds', 'task', 'number', 'left', 'sending', 'gone'

    def __init__(self, process, conn, left):
        self.process = process
        self.conn = conn
        self.inbox = Inbox(conn.fileno())
        self.fds = conn.fileno(), process.sentinel
        self.task = None        # what it works on
        self.number = 0         # of that task
        self.left = left        # how many more tasks it may have; None: any number
        self.sending = False    # somebody sends it a task, and closes the connection if it is gone then
        self.gone = False


class Crew:
    """The workers. What waits for them, and what becomes of answers, is for subclasses to say.

    mutex guards free, by_fd and each worker's task, and what subclasses keep of waiting tasks.
    """

    def __init__(self, ctx, size, life):
        self.ctx = ctx
        self.size = size
        self.life = life
        self.mutex = threading.RLock()
        self.by_fd = {}             # workers by the descriptors of connection and process
        self.free = []              # workers without a task
        self.numbers = itertools.count(1)
        self.thread = None
        self.wake_r, self.wake_w = os.pipe()
        self.woken = False
        self._poller = None
        self._watched = None        # the descriptors that the keeper's poller has

    def wake(self):
        """Have the keeper look at the state again."""
        if not self.woken:
            with self.mutex:
                if not self.woken and self.wake_w >= 0:
                    self.woken = True
                    os.write(self.wake_w, b'.')

    def all_workers(self):
        """All workers."""
        return list(set(self.by_fd.values()))

    # What subclasses do.

    def make_process(self, **kwds):
        """A process object for a worker."""
        return self.ctx.Process(**kwds)

    def joined(self, worker):
        """There is a new worker."""

    def next_task(self):
        """A task that waits, or None."""
        raise NotImplementedError

    def call_of(self, task):
        """A task's func, args and kwds."""
        raise NotImplementedError

    def settle(self, task, success, value):
        """A task is done, or cannot be."""
        raise NotImplementedError

    def undelivered(self, worker, task):
        """A task could not be sent to the worker."""

    def retired(self, worker):
        """The worker has done as much as it may."""

    def ended(self, worker):
        """The worker has ended or is about to."""
        raise NotImplementedError

    def unreadable(self, worker, exc):
        """The worker's answer cannot be unpickled: what the task's answer is then."""
        return worker.number, False, exc

    # Workers.

    def add_worker(self):
        """Start a worker. What it raises leaves nothing behind."""
        ours, its = connection.Pipe()
        try:
            p = self.make_process(target=self.life, args=(its,))
            p.start()
            try:
                worker = Worker(p, ours, self.life.max_tasks)
            except BaseException:
                p.kill()
                p.join()
                raise
        except BaseException:
            ours.close()
            raise
        finally:
            its.close()
        with self.mutex:
            self.joined(worker)
            self.free.append(worker)
            for fd in worker.fds:
                self.by_fd[fd] = worker
            self._watched = None

    def remove(self, worker):
        """Watch a worker no more; the task that it had."""
        with self.mutex:
            task, worker.task = worker.task, None
            for fd in worker.fds:
                if self.by_fd.get(fd) is worker:
                    del self.by_fd[fd]
            self._watched = None
            if worker in self.free:
                self.free.remove(worker)
            worker.gone = True
            if not worker.sending:
                worker.conn.close()
        return task

    def stop(self, patience):
        """Ask the workers to end, and after that many seconds see to it."""
        import time
        deadline = time.monotonic() + patience
        workers = self.all_workers()
        for worker in workers:
            if worker.process.exitcode is None:
                worker.process.terminate()
        for worker in workers:
            worker.process.join(max(0.001, deadline - time.monotonic()))
            if worker.process.exitcode is None:
                worker.process.kill()
                worker.process.join()

    def dismiss(self):
        """Everything is done: the workers may go."""
        workers = self.all_workers()
        for worker in workers:
            try:
                worker.conn.send(None)
            except OSError:
                pass
        for worker in workers:
            worker.process.join()

    def clean_up(self):
        """Give back the descriptors. The workers have ended."""
        for worker in self.all_workers():
            self.remove(worker)
            worker.process._popen.close()
        with self.mutex:
            self.free.clear()
            self.woken = True
            fds, self.wake_r, self.wake_w = (self.wake_r, self.wake_w), -1, -1
        for fd in fds:
            if fd >= 0:
                os.close(fd)

    # Tasks.

    def _match(self):
        # A worker that has been given a task, or None.
        with self.mutex:
            if not self.free:
                return None
            task = self.next_task()
            if task is None:
                return None
            worker = self.free.pop()
            worker.task = task
            worker.number = next(self.numbers)
            worker.sending = True
            return worker

    def _sent(self, worker):
        with self.mutex:
            worker.sending = False
            if worker.gone:
                worker.conn.close()

    def give_out(self):
        """Give out tasks while there are idle workers."""
        while (worker := self._match()) is not None:
            task = worker.task
            if task is None:    # it is gone already
                self._sent(worker)
                continue
            try:
                data = _ForkingPickler.dumps((worker.number, *self.call_of(task)))
            except Exception as e:
                with self.mutex:
                    if worker.task is not task:
                        task = None     # lost with the worker
                    elif not worker.gone:
                        worker.task = None
                        self.free.append(worker)
                self._sent(worker)
                if task is not None:
                    self.settle(task, False, e)
                continue
            try:
                worker.conn._send_bytes(data)
            except OSError:
                self.undelivered(worker, task)
            finally:
                self._sent(worker)

    # The keeper.

    def look(self, timeout=None):
        """Wait for answers and ends, at most that many milliseconds, and attend to them."""
        if self._poller is None or self._watched is None:
            self._watch()
        for fd, _ in self._poller.poll(timeout):
            if fd == self.wake_r:
                os.read(fd, 4096)
                self.woken = False    # not before: what wake() wrote in between would be gone
            else:
                self._attend(fd)

    def _watch(self):
        import select
        with self.mutex:
            self._watched = set(self.by_fd)
            self._watched.add(self.wake_r)
            self._poller = select.poll()
            for fd in self._watched:
                self._poller.register(fd, select.POLLIN)

    def _attend(self, fd):
        # There is something from a worker: its answer, or its end.
        worker = self.by_fd.get(fd)
        if worker is None:
            return
        if fd == worker.fds[0]:
            self._receive(worker)
        elif worker.process.exitcode is not None:
            # What it has sent before its end counts.
            while not worker.gone and worker.task is not None and self._receive(worker):
                pass
            if not worker.gone:
                self.ended(worker)

    def _receive(self, worker):
        # Take an answer; false if there is no whole one.
        try:
            data = worker.inbox.take()
        except (EOFError, OSError):
            self.ended(worker)
            return False
        if data is None:
            return False
        try:
            number, success, value = _ForkingPickler.loads(data)
        except BaseException as e:
            number, success, value = self.unreadable(worker, e)
        if worker.task is None or number != worker.number:
            # Nobody has asked for that: who knows what it will say next.
            worker.process.kill()
            self.ended(worker)
            return False
        with self.mutex:
            task, worker.task = worker.task, None
            if worker.left is not None:
                worker.left -= 1
            if worker.left == 0:
                self.retired(worker)
            else:
                self.free.append(worker)
        # The next task goes out before anybody is told of this one's result.
        self.give_out()
        self.settle(task, success, value)
        return True
