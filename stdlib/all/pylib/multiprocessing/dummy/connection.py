"""Connections between threads: two queues."""

from queue import Queue

__all__ = ['Client', 'Listener', 'Pipe']

families = [None]


class Listener:
    """Where other threads connect to."""

    def __init__(self, address=None, family=None, backlog=1):
        self._backlog_queue = Queue(backlog)

    def accept(self):
        """Wait for a connection."""
        return Connection(*self._backlog_queue.get())

    def close(self):
        """Listen no more."""
        self._backlog_queue = None

    @property
    def address(self):
        """What Client() takes."""
        return self._backlog_queue

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def Client(address):
    """A connection to a listener."""
    a, b = Queue(), Queue()
    address.put((a, b))
    return Connection(b, a)


def Pipe(duplex=True):
    """Two connected ends."""
    a, b = Queue(), Queue()
    return Connection(a, b), Connection(b, a)


class Connection:
    """One end of a connection."""

    def __init__(self, _in, _out):
        self._out = _out
        self._in = _in
        self.send = self.send_bytes = _out.put
        self.recv = self.recv_bytes = _in.get

    def poll(self, timeout=0.0):
        """Whether there is something to receive, after at most that many seconds."""
        if self._in.qsize() > 0:
            return True
        if timeout <= 0.0:
            return False
        with self._in.not_empty:
            self._in.not_empty.wait(timeout)
        return self._in.qsize() > 0

    def close(self):
        """Nothing to do."""

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()
