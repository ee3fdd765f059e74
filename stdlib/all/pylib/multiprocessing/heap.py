"""Shared memory in small pieces: arenas, each a file without a name that is mapped, cut into blocks."""

import bisect
import os
import sys
import threading

from _processes import Memory

from . import reduction, util

__all__ = ['BufferWrapper']

_SHM_FOLDERS = ['/dev/shm']
_PAGE = 4096


class Arena:
    """A mapped file."""

    _dir_candidates = _SHM_FOLDERS

    def __init__(self, size, fd=-1):
        self.size = size
        self.fd = fd
        if fd == -1:
            import tempfile
            self.fd, name = tempfile.mkstemp(prefix=f'pym-{os.getpid()}-', dir=self._choose_dir(size))
            os.unlink(name)
            util.Finalize(self, os.close, (self.fd,))
            os.ftruncate(self.fd, size)
        self.buffer = Memory(self.fd, self.size)

    def _choose_dir(self, size):
        for d in self._dir_candidates:
            try:
                st = os.statvfs(d)
            except OSError:
                continue
            if st.f_bavail * st.f_frsize >= size:
                return d
        return util.get_temp_dir()


def _reduce_arena(a):
    if a.fd == -1:
        raise ValueError('Arena is unpicklable because forking was enabled when it was created')
    return _rebuild_arena, (a.size, reduction.DupFd(a.fd))


def _rebuild_arena(size, dupfd):
    return Arena(size, dupfd.detach())


reduction.register(Arena, _reduce_arena)


class Heap:
    """Hands out blocks (arena, start, stop), multiples of eight bytes; the smallest free one that fits."""

    _alignment = 8
    _DISCARD_FREE_SPACE_LARGER_THAN = 4 * 1024 * 1024
    _DOUBLE_ARENA_SIZE_UNTIL = 4 * 1024 * 1024

    def __init__(self, size=_PAGE):
        self._lastpid = os.getpid()
        self._lock = threading.Lock()
        self._size = size
        self._free = []          # (length, order, start, block), the smallest first
        self._order = 0
        self._starts = {}        # free blocks by (arena, start) and (arena, stop)
        self._stops = {}
        self._allocated = set()
        self._arenas = []
        self._pending = []       # freed by finalizers, which must not wait for the lock
        self._n_mallocs = 0
        self._n_frees = 0

    @staticmethod
    def _roundup(n, alignment):
        return n + -n % alignment

    def _add(self, block):
        arena, start, stop = block
        self._order += 1
        bisect.insort(self._free, (stop - start, self._order, block))
        self._starts[arena, start] = block
        self._stops[arena, stop] = block

    def _absorb(self, block):
        # A free block that becomes something else.
        arena, start, stop = block
        i = bisect.bisect_left(self._free, (stop - start,))
        while self._free[i][2] != block:
            i += 1
        del self._free[i]
        del self._starts[arena, start], self._stops[arena, stop]

    def _allocate(self, size):
        i = bisect.bisect_left(self._free, (size,))
        if i < len(self._free):
            block = self._free[i][2]
            self._absorb(block)
            return block
        length = self._roundup(max(self._size, size), _PAGE)
        if self._size < self._DOUBLE_ARENA_SIZE_UNTIL:
            self._size *= 2
        util.info('allocating a new mmap of length %d', length)
        arena = Arena(length)
        self._arenas.append(arena)
        return arena, 0, length

    def _release(self, block):
        arena, start, stop = block
        before = self._stops.get((arena, start))
        if before:
            self._absorb(before)
            start = before[1]
        after = self._starts.get((arena, stop))
        if after:
            self._absorb(after)
            stop = after[2]
        if start == 0 and stop == arena.size and arena.size >= self._DISCARD_FREE_SPACE_LARGER_THAN:
            self._arenas.remove(arena)
            return
        self._add((arena, start, stop))

    def _free_pending(self):
        while self._pending:
            self._forget(self._pending.pop())

    def _forget(self, block):
        self._n_frees += 1
        self._allocated.discard(block)
        self._release(block)

    def free(self, block):
        """Give a block back."""
        if os.getpid() != self._lastpid:
            raise ValueError(f'My pid ({os.getpid():n}) is not last pid {self._lastpid:n}')
        if not self._lock.acquire(False):
            # Another thread is in here, or this one: a finalizer runs anywhere.
            self._pending.append(block)
            return
        try:
            self._free_pending()
            self._forget(block)
        finally:
            self._lock.release()

    def malloc(self, size):
        """A block of at least that many bytes."""
        if size < 0:
            raise ValueError(f'Size {size:n} out of range')
        if sys.maxsize <= size:
            raise OverflowError(f'Size {size:n} too large')
        if os.getpid() != self._lastpid:
            self.__init__()      # what a copied process has, its parent manages
        with self._lock:
            self._n_mallocs += 1
            self._free_pending()
            size = self._roundup(max(size, 1), self._alignment)
            arena, start, stop = self._allocate(size)
            if start + size < stop:
                self._add((arena, start + size, stop))
            block = (arena, start, start + size)
            self._allocated.add(block)
            return block


class BufferWrapper:
    """A block of the heap, given back when the object dies."""

    _heap = Heap()

    def __init__(self, size):
        if size < 0:
            raise ValueError(f'Size {size:n} out of range')
        if sys.maxsize <= size:
            raise OverflowError(f'Size {size:n} too large')
        block = BufferWrapper._heap.malloc(size)
        self._state = block, size
        util.Finalize(self, BufferWrapper._heap.free, args=(block,))

    def place(self):
        """The mapped file, and where in it the block begins.

        A view does not outlive a fork(): the copy would have a copy of the bytes. This does.
        """
        (arena, start, stop), size = self._state
        return arena.buffer, start

    def create_memoryview(self):
        """The bytes."""
        (arena, start, stop), size = self._state
        return memoryview(arena.buffer)[start:start + size]
