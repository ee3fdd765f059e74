"""Worker processes with one task each: what a Pool and a ProcessPoolExecutor have in common.

Each worker has a connection of its own to the crew and works on one task, so the crew always knows who has
what, and when a worker ends, however it does, exactly its task is lost. A task is never given out twice.

One thread, the keeper, waits for answers and for ends of workers. A task that finds an idle worker is given
out by the thread that submits it.

    task     a number, and func, args and kwds of a call
    answer   the number, whether the call returned, and what it returned or raised;
             for a task that was recalled the number, None and None

Where tasks are short, most of the time would go by while messages are on their way. So a crew may send a worker
that answers quickly small tasks ahead. Whether one of them is begun is settled by the worker's claims, a semaphore that the
crew raises for each task before it sends it, and the worker lowers before it begins one. A crew that lowers it
has recalled the last task that is not begun: another worker may have it. The worker, when it comes to that one, finds
nothing to claim and says so; until then it gets nothing new.
"""

import collections
import itertools
import os
import threading
import traceback
from time import monotonic

from _processes import Inbox, send_frames as _send_frames
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

    def __call__(self, conn, claims=None):
        def put(answer):
            data = _ForkingPickler.dumps(answer)
            try:
                conn._send_bytes(data)
            except KeyboardInterrupt:
                util._die_of_interrupt()    # nobody knows how much has been sent
        if self.begin():
            self.work(lambda: self.receive(conn, claims), put)

    def begin(self):
        """Get ready; false if there is nothing to be done then."""
        if self.initializer is not None:
            self.initializer(*self.initargs)
        return True

    def receive(self, conn, claims):
        """The next task that is not recalled."""
        while True:
            data = conn.recv_bytes()
            claimed = claims is None or claims.acquire(False)
            task = self.unpickle(data)
            if claimed or task is None:
                return task
            conn.send((task[0], None, None))

    unpickle = staticmethod(_ForkingPickler.loads)

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
            except self.catches as e:
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

    __slots__ = ('process', 'conn', 'inbox', 'fds', 'task', 'number', 'left', 'sending', 'gone',
                 'claims', 'ahead', 'recalled', 'since', 'quick', 'small')

    def __init__(self, process, conn, left, claims=None):
        self.process = process
        self.conn = conn
        self.inbox = Inbox(conn.fileno())
        self.fds = conn.fileno(), process.sentinel
        self.task = None        # what it works on
        self.number = 0         # of that task
        self.left = left        # how many more tasks it may have; None: any number
        self.sending = False    # somebody sends it a task, and closes the connection if it is gone then
        self.gone = False
        self.claims = claims    # None: it gets nothing ahead
        self.ahead = collections.deque()    # (number, task) of what it has got and may not have begun
        self.recalled = set()   # numbers of tasks that it will say it has not begun
        self.since = monotonic()    # when it has answered last
        self.small = True       # the message with its task is
        self.quick = False      # its last answer took no time worth mentioning


# How many tasks a worker may have ahead, and how many bytes each: all of them fit a
# socket's buffer, so that sending them never waits.
_AHEAD = 16
_SMALL = 2048

# Up to how many seconds a task may take for the next ones to be sent ahead, and
# after how many a worker loses those that it has.
_QUICK = 0.001
_STUCK = 0.01

# How many seconds a worker may go on that has closed its connection. It does so by ending, mostly.
LAST_BREATH = 5


class Crew:
    """The workers. What waits for them, and what becomes of answers, is for subclasses to say.

    mutex guards free, by_fd and each worker's tasks, and what subclasses keep of waiting tasks.
    """

    sends_ahead = False

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
        self._small = True          # the last task that was sent is
        self._stuck_at = 0          # when to look for workers that do not come to what they have ahead

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

    def put_back(self, task):
        """A task that next_task() has given is to be the next again."""
        raise NotImplementedError

    def call_of(self, task):
        """A task's func, args and kwds."""
        raise NotImplementedError

    def settle(self, task, success, value):
        """A task is done, or cannot be."""
        raise NotImplementedError

    def failed(self, value):
        """A call has raised value: what that says of more than its task."""

    def undelivered(self, worker, task):
        """A task could not be sent to the worker."""

    def retired(self, worker):
        """The worker has done as much as it may."""

    def ended(self, worker):
        """The worker has ended or is about to."""
        raise NotImplementedError

    def unreadable(self, worker, exc):
        """The worker's answer cannot be unpickled: what it is then; None: it is never known."""
        return worker.number, False, exc

    # Workers.

    def add_worker(self):
        """Start a worker. What it raises leaves nothing behind."""
        ours, its = connection.Pipe()
        p = worker = None
        try:
            claims = self.ctx.Semaphore(0) if self.sends_ahead and self.life.max_tasks is None else None
            p = self.make_process(target=self.life, args=(its, claims))
            p._tells_of_interrupt = False
            p.start()
            worker = Worker(p, ours, self.life.max_tasks, claims)
            with self.mutex:
                for fd in worker.fds:
                    self.by_fd[fd] = worker
                self._watched = None
                self.free.append(worker)
                self.joined(worker)
        except BaseException:
            if worker is None or worker.fds[1] not in self.by_fd:     # otherwise it is the crew's
                ours.close()
                if getattr(p, '_popen', None) is not None:
                    p.kill()
                    p.join()
            raise
        finally:
            its.close()

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

    def reclaim(self, worker, task):
        """The tasks that are lost with a worker that is dead: task, if that is not None, and what it has begun of others.

        What it has not begun is put back. But a message so large that it may have been the end of the worker
        is not given to others.
        """
        with self.mutex:
            tasks = [task] if task is not None else []
            tasks += [t for _, t in worker.ahead]
            worker.ahead = ()
            kept = 1 if task is not None and not worker.small else 0
            while worker.claims is not None and len(tasks) > kept and worker.claims.acquire(False):
                self.put_back(tasks.pop())
        return tasks

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
            if task is None and (not self.sends_ahead or not self._recall() or (task := self.next_task()) is None):
                return None
            worker = self.free.pop()
            worker.task = task
            worker.number = next(self.numbers)
            worker.sending = True
            if worker.claims is not None:
                worker.since = monotonic()
                worker.claims.release()
            return worker

    def _recall(self, stuck=None):
        # Take back half of what the worker with the most ahead has not begun; or all from the
        # workers that have not answered since then. The mutex is held.
        having = [w for w in set(self.by_fd.values()) if w.ahead and (stuck is None or w.since < stuck)]
        if stuck is None and having:
            having = [max(having, key=lambda w: len(w.ahead))]
        done = False
        for worker in having:
            n = len(worker.ahead) if stuck is not None else (len(worker.ahead) + 1) // 2
            while n and worker.claims.acquire(False):
                number, task = worker.ahead.pop()
                worker.recalled.add(number)
                self.put_back(task)
                done = True
                n -= 1
        return done

    def _send_ahead(self, worker):
        # Send small tasks to a worker that is quick. Only the keeper does.
        with self.mutex:
            tasks = list(itertools.islice(iter(self.next_task, None), _AHEAD - len(worker.ahead)))
        ahead, messages, back = [], [], []
        for task in tasks:
            if not self._small:
                back.append(task)
                continue
            number = next(self.numbers)
            try:
                data = _ForkingPickler.dumps((number, *self.call_of(task)))
            except Exception as e:
                self.settle(task, False, e)
                continue
            self._small = len(data) <= _SMALL
            if self._small:
                ahead.append((number, task))
                messages.append(data)
            else:
                back.append(task)
        with self.mutex:
            if worker.recalled or worker.gone or worker.task is None:
                back = [task for _, task in ahead] + back
                ahead = ()
            for task in reversed(back):
                self.put_back(task)
            if not ahead:
                return
            worker.ahead.extend(ahead)
            for _ in ahead:
                worker.claims.release()
            worker.sending = True
        try:
            _send_frames(worker.conn.fileno(), messages)
        except OSError:
            pass    # it is about to be found dead
        finally:
            self._sent(worker)

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
            except BaseException as e:
                with self.mutex:
                    if worker.task is not task:
                        task = None     # lost with the worker
                    elif not worker.gone:
                        worker.task = None
                        self.free.append(worker)
                        if worker.claims is not None:
                            worker.claims.acquire(False)
                    if task is not None and not isinstance(e, Exception):
                        self.put_back(task)     # it is the thread that is interrupted, not the task
                self._sent(worker)
                if not isinstance(e, Exception):
                    raise
                if task is not None:
                    self.settle(task, False, e)
                continue
            self._small = worker.small = len(data) <= _SMALL
            if not self._send(worker, data):
                self.undelivered(worker, task)

    def _send(self, worker, data):
        # False: the worker is gone.
        try:
            worker.conn._send_bytes(data)
        except OSError:
            return False
        except BaseException:
            worker.process.kill()   # nobody knows how much of the message it has
            raise
        finally:
            self._sent(worker)
        return True

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
            for _ in range(_AHEAD):
                if not self._receive(worker) or not worker.ahead:
                    break
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
            answer = self.unreadable(worker, e)
            if answer is None:
                return False
            number, success, value = answer
        if number is None:      # what it has got could not be unpickled
            number = min(worker.recalled) if success is None and worker.recalled else worker.number
        if success is None and number in worker.recalled:
            with self.mutex:
                worker.recalled.remove(number)
                if worker.task is None and not worker.recalled:
                    self.free.append(worker)
            self.give_out()
            return True
        if worker.task is None or number != worker.number:
            # Nobody has asked for that: who knows what it will say next.
            worker.process.kill()
            self.ended(worker)
            return False
        with self.mutex:
            task, worker.task = worker.task, None
            if worker.left is not None:
                worker.left -= 1
            if worker.claims is not None:
                self._pace(worker)
            if worker.ahead:
                worker.number, worker.task = worker.ahead.popleft()
                worker.small = True
            elif worker.left == 0:
                self.retired(worker)
            elif not worker.recalled:
                self.free.append(worker)
        if not success:
            self.failed(value)
        # The next tasks go out before anybody is told of this one's result.
        if self.free:
            self.give_out()
        if worker.quick and self._small and len(worker.ahead) < _AHEAD // 2:
            self._send_ahead(worker)
        self.settle(task, success, value)
        return True

    def _pace(self, worker):
        # The worker has answered. The mutex is held.
        now = monotonic()
        worker.quick = now - worker.since < _QUICK
        worker.since = now
        if now > self._stuck_at:
            self._stuck_at = now + _STUCK
            self._recall(now - _STUCK)
