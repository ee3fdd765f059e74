"""A manager that keeps the blocks of shared memory which are made through it, and destroys them when it ends."""

import os

from . import shared_memory, util
from .managers import BaseManager, ProcessError, Server, State, dispatch

__all__ = ['SharedMemoryManager', 'SharedMemoryServer']


class _SharedMemoryTracker:
    # The names of the blocks.

    def __init__(self, name, segment_names=()):
        self.shared_memory_context_name = name
        self.segment_names = list(segment_names)

    def register_segment(self, segment_name):
        """Keep a block."""
        util.debug('Register segment %r in pid %s', segment_name, os.getpid())
        self.segment_names.append(segment_name)

    def destroy_segment(self, segment_name):
        """Destroy a block."""
        util.debug('Destroy segment %r in pid %s', segment_name, os.getpid())
        self.segment_names.remove(segment_name)
        segment = shared_memory.SharedMemory(segment_name)
        segment.close()
        segment.unlink()

    def unlink(self):
        """Destroy all blocks."""
        for name in self.segment_names[:]:
            self.destroy_segment(name)


class SharedMemoryServer(Server):
    """A server that keeps blocks of shared memory."""

    public = Server.public + ['track_segment', 'release_segment', 'list_segments']

    def __init__(self, *args, **kwargs):
        Server.__init__(self, *args, **kwargs)
        address = self.address
        if isinstance(address, bytes):
            address = os.fsdecode(address)
        self.shared_memory_context = _SharedMemoryTracker(f'shm_{address}_{os.getpid()}')

    def track_segment(self, c, segment_name):
        """Keep a block."""
        self.shared_memory_context.register_segment(segment_name)

    def release_segment(self, c, segment_name):
        """Destroy a block."""
        self.shared_memory_context.destroy_segment(segment_name)

    def list_segments(self, c):
        """The names of the blocks."""
        return self.shared_memory_context.segment_names

    def shutdown(self, c):
        """Destroy the blocks and stop the server."""
        self.shared_memory_context.unlink()
        Server.shutdown(self, c)


class SharedMemoryManager(BaseManager):
    """Makes blocks of shared memory that live as long as it."""

    _Server = SharedMemoryServer

    def __init__(self, *args, **kwargs):
        from . import resource_tracker
        resource_tracker.ensure_running()
        BaseManager.__init__(self, *args, **kwargs)

    def __del__(self):
        util.debug('%s.__del__ by pid %s', type(self).__name__, os.getpid())

    def get_server(self):
        """A server in this process, whose serve_forever() is to be called."""
        if self._state.value != State.INITIAL:
            if self._state.value == State.STARTED:
                raise ProcessError('Already started SharedMemoryServer')
            if self._state.value == State.SHUTDOWN:
                raise ProcessError('SharedMemoryManager has shut down')
            raise ProcessError(f'Unknown state {self._state.value!r}')
        return self._Server(self._registry, self._address, self._authkey, self._serializer)

    def _tell(self, what, *args):
        conn = self._Client(self._address, authkey=self._authkey)
        try:
            return dispatch(conn, None, what, args)
        finally:
            conn.close()

    def SharedMemory(self, size):
        """A new block."""
        sms = shared_memory.SharedMemory(None, create=True, size=size)
        try:
            self._tell('track_segment', sms.name)
        except BaseException:
            sms.unlink()
            raise
        return sms

    def ShareableList(self, sequence):
        """A new list in shared memory."""
        sl = shared_memory.ShareableList(sequence)
        try:
            self._tell('track_segment', sl.shm.name)
        except BaseException:
            sl.shm.unlink()
            raise
        return sl
