"""Barrier. It needs shared memory and threading's exception, which locks do not."""

import time
from threading import BrokenBarrierError

from .synchronize import Semaphore

__all__ = ['Barrier']

FILLING, DRAINING, RESETTING, BROKEN = 0, 1, -1, -2


# After how many seconds those who wait look whether the others live.
_PATIENCE = 1.0


class Barrier:
    """A point that a number of processes or threads pass together.

    The state and the number of those inside are two ints in shared memory, under a condition's lock. Those inside
    are marked, too, with a semaphore that counts nothing: if one of them dies the barrier is broken.
    """

    def __init__(self, parties, action=None, timeout=None, *, ctx):
        from .heap import BufferWrapper
        inside = Semaphore(0, ctx=ctx, _marks=parties)
        self.__setstate__((parties, action, timeout, ctx.Condition(), BufferWrapper(8), inside))
        self._state = FILLING
        self._count = 0

    def __getstate__(self):
        return self._parties, self._action, self._timeout, self._cond, self._wrapper, self._inside

    def __setstate__(self, state):
        self._parties, self._action, self._timeout, self._cond, self._wrapper, self._inside = state
        self._memory, self._place = self._wrapper.place()

    @property
    def _state(self):
        return self._memory.get('i', self._place)

    @_state.setter
    def _state(self, value):
        self._memory.set('i', self._place, value)

    @property
    def _count(self):
        return self._memory.get('i', self._place + 4)

    @_count.setter
    def _count(self, value):
        self._memory.set('i', self._place + 4, value)

    @property
    def parties(self):
        """How many it takes."""
        return self._parties

    @property
    def n_waiting(self):
        """How many wait."""
        return self._count if self._state == FILLING else 0

    @property
    def broken(self):
        """Whether it is broken."""
        return self._state == BROKEN

    def __repr__(self):
        if self.broken:
            return f'<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: broken>'
        return f'<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: waiters={self.n_waiting}/{self.parties}>'

    def wait(self, timeout=None):
        """Wait for the others; a number from 0 on, different for each."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._enter()
            index = self._count
            self._count += 1
            marked = False
            try:
                marked = self._inside._semlock._mark()
                if index + 1 == self._parties:
                    self._release()
                else:
                    self._wait(timeout)
                return index
            finally:
                self._count -= 1
                if marked:
                    self._inside._semlock._unmark()
                self._exit()

    def _await(self, ready, timeout=None):
        # Wait for the others, and now and then see to those of them that have died.
        end = None if timeout is None else time.monotonic() + timeout
        while not ready():
            left = _PATIENCE if end is None else min(_PATIENCE, end - time.monotonic())
            if left <= 0:
                return False
            if not self._cond.wait(left):
                self._bury()
        return True

    def _bury(self):
        dead = self._inside._semlock._reap()
        if dead:
            self._count -= dead
            if self._state == FILLING:
                self._break()
            self._exit()

    def _enter(self):
        # Those of the last round leave first.
        self._await(lambda: self._state not in (DRAINING, RESETTING))
        if self._state == BROKEN:
            raise BrokenBarrierError

    def _release(self):
        try:
            if self._action:
                self._action()
            self._state = DRAINING
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _wait(self, timeout):
        if not self._await(lambda: self._state != FILLING, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _exit(self):
        if self._count == 0 and self._state in (RESETTING, DRAINING):
            self._state = FILLING
            self._cond.notify_all()

    def _break(self):
        self._state = BROKEN
        self._cond.notify_all()

    def reset(self):
        """Begin anew; those that wait get BrokenBarrierError."""
        with self._cond:
            if self._count > 0:
                if self._state in (FILLING, BROKEN):
                    self._state = RESETTING
            else:
                self._state = FILLING
            self._cond.notify_all()

    def abort(self):
        """Break the barrier: those that wait and will wait get BrokenBarrierError."""
        with self._cond:
            self._break()
