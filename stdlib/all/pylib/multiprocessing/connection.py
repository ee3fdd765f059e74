"""Connections: messages between processes, over pipes and sockets."""

import itertools
import os
import sys
import time

from _processes import dumps as _dumps, recv_frame as _recv_frame, send_frame as _send_frame, hmac_md5 as _hmac_md5

from . import context, util
from .context import AuthenticationError, BufferTooShort
from .reduction import ForkingPickler as _ForkingPickler

_reducers, _loads = _ForkingPickler._extra_reducers, _ForkingPickler.loads

__all__ = ['Client', 'Listener', 'Pipe', 'wait']

BUFSIZE = 8192
CONNECTION_TIMEOUT = 20.0

_mmap_counter = itertools.count()
default_family = 'AF_INET' if sys.platform == 'win32' else 'AF_UNIX'
families = ['AF_INET', 'AF_UNIX']


# Readiness.

def _descriptor(obj):
    return obj if isinstance(obj, int) else obj.fileno()


def wait(object_list, timeout=None):
    """The objects that are ready for reading, or have ended; waits for the first."""
    import select
    object_list = list(object_list)
    poller = select.poll()
    by_fd = {}
    for obj in object_list:
        fd = _descriptor(obj)
        by_fd.setdefault(fd, []).append(obj)
        poller.register(fd, select.POLLIN | select.POLLPRI)
    if timeout is not None:
        timeout = max(0, timeout)
        deadline = time.monotonic() + timeout
    while True:
        ready = poller.poll(None if timeout is None else timeout * 1000)
        if ready:
            fds = [fd for fd, _ in ready]
            for fd, events in ready:
                if events & select.POLLNVAL:
                    raise OSError(9, 'Bad file descriptor')
            if len(ready) == len(by_fd) == len(object_list):
                return object_list
            found = set(fds)
            return [obj for obj in object_list if _descriptor(obj) in found]
        if timeout is not None:
            timeout = deadline - time.monotonic()
            if timeout <= 0:
                return []


def _ready(fd, timeout):
    import select
    poller = select.poll()
    poller.register(fd, select.POLLIN | select.POLLPRI)
    return bool(poller.poll(None if timeout is None else max(0, timeout) * 1000))


def wait_for_child(fd, timeout):
    """Wait until the process behind a descriptor has ended; False if the time is up.

    A child that cannot end as its queues' pipes are full, while this process has their reading ends and
    nobody reads, would wait for ever: what is in the pipes is taken out meanwhile.
    """
    queues = sys.modules.get(__package__ + '.queues')
    if queues is None or not queues.drainable():
        return _ready(fd, timeout)
    deadline = None if timeout is None else time.monotonic() + timeout
    with queues.Drain() as drain:
        while True:
            left = None if deadline is None else deadline - time.monotonic()
            if left is not None and left <= 0:
                return _ready(fd, 0)
            if _ready(fd, drain.PATIENCE if left is None else min(left, drain.PATIENCE)):
                return True
            drain.step()


class _ConnectionBase:
    """One end of a connection."""

    _handle = None

    def __init__(self, handle, readable=True, writable=True):
        handle = handle.__index__()
        if handle < 0:
            raise ValueError('invalid handle')
        if not readable and not writable:
            raise ValueError('at least one of `readable` and `writable` must be True')
        self._handle = handle
        self._readable = readable
        self._writable = writable

    def __del__(self):
        if self._handle is not None:
            self._close(self._handle)

    def _check_closed(self):
        if self._handle is None:
            raise OSError('handle is closed')

    def _check_readable(self):
        if not self._readable:
            raise OSError('connection is write-only')

    def _check_writable(self):
        if not self._writable:
            raise OSError('connection is read-only')

    def _bad_message_length(self):
        if self._writable:
            self._readable = False
        else:
            self.close()
        raise OSError('bad message length')

    @property
    def closed(self):
        """Whether it is closed."""
        return self._handle is None

    @property
    def readable(self):
        """Whether messages can be received."""
        return self._readable

    @property
    def writable(self):
        """Whether messages can be sent."""
        return self._writable

    def fileno(self):
        """The descriptor."""
        self._check_closed()
        return self._handle

    def close(self):
        """Close this end."""
        handle, self._handle = self._handle, None  # first: an interrupt must not have it closed twice
        if handle is not None:
            self._close(handle)

    def send_bytes(self, buf, offset=0, size=None):
        """Send bytes, or a part of them, as one message."""
        self._check_closed()
        self._check_writable()
        m = memoryview(buf)
        if m.itemsize > 1:
            m = m.cast('B')
        n = m.nbytes
        if offset < 0:
            raise ValueError('offset is negative')
        if n < offset:
            raise ValueError('buffer length < offset')
        if size is None:
            size = n - offset
        elif size < 0:
            raise ValueError('size is negative')
        elif offset + size > n:
            raise ValueError('buffer length < offset + size')
        self._send_bytes(m[offset:offset + size])

    def send(self, obj):
        """Send an object."""
        if self._handle is None:
            self._check_closed()
        if not self._writable:
            self._check_writable()
        self._send_bytes(_ForkingPickler.dumps(obj))

    def recv_bytes(self, maxlength=None):
        """Receive a message of bytes."""
        self._check_closed()
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError('negative maxlength')
        buf = self._recv_bytes(maxlength)
        if buf is None:
            self._bad_message_length()
        return buf

    def recv_bytes_into(self, buf, offset=0):
        """Receive a message into a buffer from an offset on; the number of bytes."""
        self._check_closed()
        self._check_readable()
        with memoryview(buf) as m:
            itemsize = m.itemsize
            bytesize = itemsize * len(m)
            if offset < 0:
                raise ValueError('negative offset')
            if offset > bytesize:
                raise ValueError('offset too large')
            result = self._recv_bytes()
            size = len(result)
            if bytesize < offset + size:
                raise BufferTooShort(bytes(result))
            start = offset // itemsize
            with memoryview(result) as source:
                if itemsize > 1:
                    m = m.cast('B')
                m[offset:offset + size] = source
            return size

    def recv(self):
        """Receive an object."""
        if self._handle is None:
            self._check_closed()
        if not self._readable:
            self._check_readable()
        return _ForkingPickler.loads(self._recv_bytes())

    def poll(self, timeout=0.0):
        """Whether there is a message, after at most that many seconds; None: however long it takes."""
        self._check_closed()
        self._check_readable()
        return self._poll(timeout)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


class Connection(_ConnectionBase):
    """One end of a connection over a descriptor."""

    def _close(self, handle, _close=os.close):
        _close(handle)

    # As in the base, with nothing in between.

    def send(self, obj):
        """Send an object."""
        handle = self._handle
        if handle is None or not self._writable:
            self._check_closed()
            self._check_writable()
        _send_frame(handle, _dumps(obj, _reducers))

    def recv(self):
        """Receive an object."""
        handle = self._handle
        if handle is None or not self._readable:
            self._check_closed()
            self._check_readable()
        return _loads(_recv_frame(handle))

    def recv_bytes(self, maxlength=None):
        """Receive a message of bytes."""
        if maxlength is None and self._readable and self._handle is not None:
            return _recv_frame(self._handle)
        return super().recv_bytes(maxlength)

    def _send_bytes(self, buf):
        _send_frame(self._handle, buf)

    def _recv_bytes(self, maxsize=None):
        return _recv_frame(self._handle, -1 if maxsize is None else maxsize)

    def _poll(self, timeout):
        return _ready(self._handle, timeout)


def _reduce_connection(conn):
    from . import reduction
    return _rebuild_connection, (reduction.DupFd(conn.fileno()), conn.readable, conn.writable)


def _rebuild_connection(df, readable, writable):
    return Connection(df.detach(), readable, writable)


_ForkingPickler.register(Connection, _reduce_connection)


def Pipe(duplex=True):
    """Two connected ends. Unless duplex the first only receives and the second only sends."""
    if duplex:
        import _socket
        a, b = _socket.socketpair()
        return Connection(a.detach()), Connection(b.detach())
    r, w = os.pipe()
    return Connection(r, writable=False), Connection(w, readable=False)


# Addresses.

def arbitrary_address(family):
    """An address that nobody listens at."""
    if family == 'AF_INET':
        return 'localhost', 0
    if family == 'AF_UNIX':
        import tempfile
        return tempfile.mktemp(prefix='listener-', dir=util.get_temp_dir())
    raise ValueError('unrecognized family')


def address_type(address):
    """The family of an address."""
    if type(address) == tuple:
        return 'AF_INET'
    if type(address) is str and address.startswith('\\\\'):
        raise ValueError('Family AF_PIPE is not recognized.')
    if type(address) is str or util.is_abstract_socket_namespace(address):
        return 'AF_UNIX'
    raise ValueError(f'address type of {address!r} unrecognized')


class Listener:
    """Where others connect to."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or (address and address_type(address)) or default_family
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError('authkey should be a byte string')
        self._listener = SocketListener(address or arbitrary_address(family), family, backlog)
        self._authkey = authkey

    def accept(self):
        """Wait for a connection."""
        if self._listener is None:
            raise OSError('listener is closed')
        c = self._listener.accept()
        if self._authkey:
            _prove(c, deliver_challenge, answer_challenge, self._authkey)
        return c

    def close(self):
        """Listen no more."""
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.close()

    @property
    def address(self):
        """The address."""
        return self._listener._address

    @property
    def last_accepted(self):
        """The address of who connected last."""
        return self._listener._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def Client(address, family=None, authkey=None):
    """A connection to a listener."""
    family = family or address_type(address)
    c = SocketClient(address)
    if authkey is not None and not isinstance(authkey, bytes):
        c.close()
        raise TypeError('authkey should be a byte string')
    if authkey is not None:
        _prove(c, answer_challenge, deliver_challenge, authkey)
    return c


def _prove(c, first, second, authkey):
    try:
        first(c, authkey)
        second(c, authkey)
    except BaseException:
        c.close()
        raise


class SocketListener:
    """A listening socket."""

    def __init__(self, address, family, backlog=1):
        import socket
        self._socket = socket.socket(getattr(socket, family))
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.setblocking(True)
            self._socket.bind(address)
            self._socket.listen(backlog)
            self._address = self._socket.getsockname()
        except OSError:
            self._socket.close()
            raise
        self._family = family
        self._last_accepted = None
        if family == 'AF_UNIX' and not util.is_abstract_socket_namespace(address):
            self._unlink = util.Finalize(self, _unlink_quietly, args=(address,), exitpriority=0)
        else:
            self._unlink = None

    def accept(self):
        """Wait for a connection."""
        s, self._last_accepted = self._socket.accept()
        s.setblocking(True)
        return Connection(s.detach())

    def close(self):
        """Listen no more."""
        try:
            self._socket.close()
        finally:
            unlink, self._unlink = self._unlink, None
            if unlink is not None:
                unlink()


def _unlink_quietly(path):
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass


def SocketClient(address):
    """A connection to a listening socket."""
    import socket
    with socket.socket(getattr(socket, address_type(address))) as s:
        s.setblocking(True)
        s.connect(address)
        return Connection(s.detach())


# Each end proves to the other that it has the key.

MESSAGE_LENGTH = 20
CHALLENGE = b'#CHALLENGE#'
WELCOME = b'#WELCOME#'
FAILURE = b'#FAILURE#'


def _check_key(authkey):
    if not isinstance(authkey, bytes):
        raise ValueError(f'Authkey must be bytes, not {type(authkey)!s}')


def deliver_challenge(connection, authkey):
    """Have the other end prove that it has the key."""
    _check_key(authkey)
    message = os.urandom(MESSAGE_LENGTH)
    connection.send_bytes(CHALLENGE + message)
    answer = connection.recv_bytes(256)
    if answer != _hmac_md5(authkey, message):
        connection.send_bytes(FAILURE)
        raise AuthenticationError('digest received was wrong')
    connection.send_bytes(WELCOME)


def answer_challenge(connection, authkey):
    """Prove to the other end that we have the key."""
    _check_key(authkey)
    message = connection.recv_bytes(256)
    if message[:len(CHALLENGE)] != CHALLENGE:
        raise AssertionError(f'message = {message!r}')
    connection.send_bytes(_hmac_md5(authkey, message[len(CHALLENGE):]))
    if connection.recv_bytes(256) != WELCOME:
        raise AuthenticationError('digest sent was rejected')


# Connections that carry another form than pickles.

class ConnectionWrapper:
    """A connection with functions of its own to turn objects into bytes and back."""

    def __init__(self, conn, dumps, loads):
        self._conn = conn
        self._dumps = dumps
        self._loads = loads
        for name in ('fileno', 'close', 'poll', 'recv_bytes', 'send_bytes'):
            setattr(self, name, getattr(conn, name))

    def send(self, obj):
        """Send an object."""
        self._conn.send_bytes(self._dumps(obj))

    def recv(self):
        """Receive an object."""
        return self._loads(self._conn.recv_bytes())


def _xml_dumps(obj):
    import xmlrpc.client
    return xmlrpc.client.dumps((obj,), None, None, None, 1).encode('utf-8')


def _xml_loads(s):
    import xmlrpc.client
    (obj,), method = xmlrpc.client.loads(s.decode('utf-8'))
    return obj


class XmlListener(Listener):
    """A listener whose connections carry XML-RPC's form."""

    def accept(self):
        """Wait for a connection."""
        return ConnectionWrapper(super().accept(), _xml_dumps, _xml_loads)


def XmlClient(*args, **kwds):
    """A connection that carries XML-RPC's form."""
    return ConnectionWrapper(Client(*args, **kwds), _xml_dumps, _xml_loads)
