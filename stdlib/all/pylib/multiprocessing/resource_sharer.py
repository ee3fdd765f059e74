"""Descriptors for processes that are not being started: whoever unpickles one asks its owner for it."""

import os
import threading

from . import process, reduction, util

__all__ = ['stop', 'DupFd']


class DupFd:
    """Stands for a descriptor; detach() gives it, once."""

    def __init__(self, fd):
        new_fd = os.dup(fd)
        self._id = _resource_sharer.register(lambda conn, pid: reduction.send_handle(conn, new_fd, pid),
                                             lambda: os.close(new_fd))

    def detach(self):
        """Get the descriptor from the process that has it."""
        with _resource_sharer.get_connection(self._id) as conn:
            return reduction.recv_handle(conn)


class _ResourceSharer:
    # A thread that listens; each descriptor is given to the one that asks by its number.

    def __init__(self):
        self._lock = threading.Lock()
        self._forget()
        util.register_after_fork(self, _ResourceSharer._after_fork)

    def _forget(self):
        self._key = 0
        self._cache = {}
        self._listener = None
        self._address = None
        self._thread = None

    def _after_fork(self):
        for send, close in self._cache.values():
            close()
        self._lock._at_fork_reinit()
        if self._listener is not None:
            self._listener.close()
        self._forget()

    def register(self, send, close):
        """Keep something for one that will ask; what it asks by."""
        with self._lock:
            if self._address is None:
                self._start()
            self._key += 1
            self._cache[self._key] = send, close
            return self._address, self._key

    @staticmethod
    def get_connection(ident):
        """A connection to the process that keeps something."""
        from .connection import Client
        address, key = ident
        c = Client(address, authkey=process.current_process().authkey)
        c.send((key, os.getpid()))
        return c

    def _start(self):
        from .connection import Listener
        self._listener = Listener(authkey=process.current_process().authkey, backlog=128)
        self._address = self._listener.address
        self._thread = threading.Thread(target=self._serve, name='ResourceSharer', daemon=True)
        self._thread.start()
        util.Finalize(None, self.stop, exitpriority=10)

    def stop(self, timeout=None):
        """Listen no more, and close what nobody has asked for."""
        from .connection import Client
        with self._lock:
            if self._address is None:
                return
            try:
                with Client(self._address, authkey=process.current_process().authkey) as c:
                    c.send(None)
            except OSError:
                pass
            self._thread.join(timeout)
            if self._thread.is_alive():
                util.sub_warning('_ResourceSharer thread did not stop when asked')
            self._listener.close()
            for send, close in self._cache.values():
                close()
            self._forget()

    def _serve(self):
        while True:
            try:
                with self._listener.accept() as conn:
                    msg = conn.recv()
                    if msg is None:
                        return
                    key, destination = msg
                    send, close = self._cache.pop(key)
                    try:
                        send(conn, destination)
                    finally:
                        close()
            except Exception:
                if self._listener is None or util.is_exiting():
                    return
                import sys
                sys.excepthook(*sys.exc_info())


_resource_sharer = _ResourceSharer()
stop = _resource_sharer.stop
