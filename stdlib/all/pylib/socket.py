"""Sockets: the ends of network connections.

The class socket adds to the system's socket (_socket.socket) constants that are enums, accept(), makefile() and
sendfile(). The module's functions make connected, listening and paired sockets, resolve names of hosts and services,
and pass descriptors between processes.
"""

import io
import os
import selectors
import sys
import _socket
from _socket import *
from array import array
from enum import IntEnum, IntFlag
from errno import EAGAIN, EBADF, EWOULDBLOCK

__all__ = ['fromfd', 'getfqdn', 'create_connection', 'create_server', 'has_dualstack_ipv6', 'AddressFamily', 'SocketKind']
__all__ += [name for name in dir(_socket) if not name.startswith('_')]
__all__ += ['send_fds', 'recv_fds', 'socketpair']

for _enum, _name, _prefix in ((IntEnum, 'AddressFamily', 'AF_'), (IntEnum, 'SocketKind', 'SOCK_'),
                              (IntFlag, 'MsgFlag', 'MSG_'), (IntFlag, 'AddressInfo', 'AI_')):
    _enum._convert_(_name, __name__, lambda key: key.startswith(_prefix) and key.isupper())
del _enum, _name, _prefix

_LOCALHOST = '127.0.0.1'
_LOCALHOST_V6 = '::1'


def _member(enum, number):
    """The enum's member of that number, or the number itself where there is none."""
    try:
        return enum(number)
    except ValueError:
        return number


class _GiveupOnSendfile(Exception):
    """os.sendfile() does not take this file."""


class socket(_socket.socket):
    """One end of a connection: socket(family=AF_INET, type=SOCK_STREAM, proto=0, fileno=None)."""

    __slots__ = ['__weakref__', '_io_refs', '_closed']

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        super().__init__(family, type, proto, fileno)
        self._io_refs = 0           # files that makefile() has made and that are still open
        self._closed = False

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        if not self._closed:
            self.close()

    def __repr__(self):
        cls = self.__class__
        closed = getattr(self, '_closed', False)
        mark = ' [closed]' if closed else ''
        parts = [f'<{cls.__module__}.{cls.__qualname__}{mark} fd={self.fileno()}',
                 f'family={str(self.family)}', f'type={str(self.type)}', f'proto={self.proto}']
        if not closed:
            for label, get in ('laddr', self.getsockname), ('raddr', self.getpeername):
                try:
                    address = get()
                except OSError:
                    continue
                if address:
                    parts.append(f'{label}={str(address)}')
        return ', '.join(parts) + '>'

    def __getstate__(self):
        raise TypeError(f'cannot pickle {self.__class__.__name__!r} object')

    @property
    def family(self):
        """The address family, an AddressFamily where it is known."""
        return _member(AddressFamily, super().family)

    @property
    def type(self):
        """The kind of socket, a SocketKind where it is known."""
        return _member(SocketKind, super().type)

    def dup(self):
        """A new socket of a duplicate of the descriptor."""
        twin = self.__class__(self.family, self.type, self.proto, fileno=dup(self.fileno()))
        twin.settimeout(self.gettimeout())
        return twin

    def accept(self):
        """Wait for a connection: a new socket, and the peer's address."""
        fd, address = self._accept()
        peer = socket(self.family, self.type, self.proto, fileno=fd)
        if self.gettimeout() and getdefaulttimeout() is None:
            peer.setblocking(True)      # some systems pass the listener's mode on
        return peer, address

    # Files on top

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        """A file that reads from and writes to the socket, as open() would make it; mode is of 'r', 'w' and 'b'."""
        if set(mode) - {'r', 'w', 'b'}:
            raise ValueError('invalid mode %r (only r, w, b allowed)' % (mode,))
        writing = 'w' in mode
        reading = 'r' in mode or not writing
        raw = SocketIO(self, 'r' * reading + 'w' * writing)
        self._io_refs += 1
        size = io.DEFAULT_BUFFER_SIZE if buffering is None or buffering < 0 else buffering
        if size == 0:
            if 'b' not in mode:
                raise ValueError('unbuffered streams must be binary')
            return raw
        if not writing:
            file = io.BufferedReader(raw, size)
        elif not reading:
            file = io.BufferedWriter(raw, size)
        else:
            file = io.BufferedRWPair(raw, raw, size)
        if 'b' in mode:
            return file
        text = io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline)
        text.mode = mode
        return text

    def _decref_socketios(self):
        """A file that makefile() made has been closed."""
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    # The classes are defaults of parameters because globals may be gone when the interpreter ends.

    def _real_close(self, _base=_socket.socket):
        _base.close(self)

    def close(self):
        """Close the socket, now or when the last file that makefile() made is closed."""
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def detach(self):
        """Close the object but not its descriptor, which is returned."""
        self._closed = True
        return super().detach()

    def get_inheritable(self):
        """Get the inheritable flag of the socket"""
        return os.get_inheritable(self.fileno())

    def set_inheritable(self, inheritable):
        """Set the inheritable flag of the socket"""
        os.set_inheritable(self.fileno(), inheritable)

    # Sending files

    def sendfile(self, file, offset=0, count=None):
        """Send count bytes of a binary file from offset on, or all up to its end; returns how many.

        The file's position is moved to where sending has ended, also after an error.
        """
        try:
            return self._sendfile_use_sendfile(file, offset, count)
        except _GiveupOnSendfile:
            return self._sendfile_use_send(file, offset, count)

    def _check_sendfile_params(self, file, offset, count):
        if 'b' not in getattr(file, 'mode', 'b'):
            raise ValueError('file should be opened in binary mode')
        if not self.type & SOCK_STREAM:
            raise ValueError('only SOCK_STREAM type sockets are supported')
        if count is not None:
            complaint = f'count must be a positive integer (got {count!r})'
            if not isinstance(count, int):
                raise TypeError(complaint)
            if count <= 0:
                raise ValueError(complaint)

    def _sendfile_use_sendfile(self, file, offset=0, count=None):
        """sendfile() by the system call of that name."""
        self._check_sendfile_params(file, offset, count)
        try:
            source = file.fileno()
            size = os.fstat(source).st_size
        except (AttributeError, OSError) as err:
            raise _GiveupOnSendfile(err)
        if not size:
            return 0
        timeout = self.gettimeout()
        if timeout == 0:
            raise ValueError('non-blocking sockets are not supported')
        if not hasattr(os, 'sendfile'):
            raise _GiveupOnSendfile('os.sendfile() not available on this platform')
        total = 0
        try:
            with selectors.PollSelector() as selector:
                selector.register(self.fileno(), selectors.EVENT_WRITE)
                while count is None or total < count:
                    if not selector.select(timeout):
                        raise TimeoutError('timed out')
                    chunk = min(size if count is None else count - total, 1 << 30)
                    try:
                        sent = os.sendfile(self.fileno(), source, offset + total, chunk)
                    except BlockingIOError:
                        continue
                    except OSError as err:
                        if total:
                            raise err from None
                        raise _GiveupOnSendfile(err)    # not a file of the kind that it takes
                    if not sent:
                        break
                    total += sent
        finally:
            if total and hasattr(file, 'seek'):
                file.seek(offset + total)
        return total

    def _sendfile_use_send(self, file, offset=0, count=None):
        """sendfile() by reading and sending."""
        self._check_sendfile_params(file, offset, count)
        if self.gettimeout() == 0:
            raise ValueError('non-blocking sockets are not supported')
        if offset:
            file.seek(offset)
        total = 0
        try:
            while count is None or total < count:
                rest = memoryview(file.read(8192 if count is None else min(8192, count - total)))
                if not rest:
                    break
                while rest:
                    try:
                        sent = self.send(rest)
                    except BlockingIOError:
                        continue
                    total += sent
                    rest = rest[sent:]
        finally:
            if total and hasattr(file, 'seek'):
                file.seek(offset + total)
        return total


class SocketIO(io.RawIOBase):
    """The raw file under what socket.makefile() makes.

    A socket that would block gives None. After a time-out the file cannot be read any more: what a buffered read had
    got so far is lost.
    """

    def __init__(self, sock, mode):
        if mode not in ('r', 'w', 'rw', 'rb', 'wb', 'rwb'):
            raise ValueError('invalid mode: %r' % mode)
        super().__init__()
        self._sock = sock
        self._mode = mode if 'b' in mode else mode + 'b'
        self._reading = 'r' in mode
        self._writing = 'w' in mode
        self._timeout_occurred = False

    def readinto(self, b):
        """Receive into a buffer; returns how many bytes, 0 at the end, None if there are none yet."""
        self._checkClosed()
        self._checkReadable()
        if self._timeout_occurred:
            raise OSError('cannot read from timed out object')
        try:
            return self._sock.recv_into(b)
        except TimeoutError:
            self._timeout_occurred = True
            raise
        except OSError as err:
            if err.errno in (EAGAIN, EWOULDBLOCK):
                return None
            raise

    def write(self, b):
        """Send some of the bytes; returns how many, or None if it would block."""
        self._checkClosed()
        self._checkWritable()
        try:
            return self._sock.send(b)
        except OSError as err:
            if err.errno in (EAGAIN, EWOULDBLOCK):
                return None
            raise

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')

    def readable(self):
        """Whether the file was opened for reading."""
        self._check_open()
        return self._reading

    def writable(self):
        """Whether the file was opened for writing."""
        self._check_open()
        return self._writing

    def seekable(self):
        """False."""
        self._check_open()
        return super().seekable()

    def fileno(self):
        """The socket's descriptor."""
        self._checkClosed()
        return self._sock.fileno()

    @property
    def name(self):
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        return self._mode

    def close(self):
        """Close the file; the socket only if it has been closed and this was its last file."""
        if not self.closed:
            super().close()
            self._sock._decref_socketios()
            self._sock = None


# Making sockets

def fromfd(fd, family, type, proto=0):
    """A socket of a duplicate of a descriptor."""
    return socket(family, type, proto, dup(fd))


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two sockets connected with each other, of the family AF_UNIX unless another is given."""
    if family is None:
        family = AF_UNIX
    first, second = _socket.socketpair(family, type, proto)
    return socket(family, type, proto, first.detach()), socket(family, type, proto, second.detach())


_GLOBAL_DEFAULT_TIMEOUT = object()


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    """A socket connected to address, a pair of host and port; each address of the host is tried in turn.

    If none can be reached the last error is raised or, with all_errors, a group of all of them.
    """
    host, port = address
    failures = []
    for family, kind, proto, _, target in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(target)
            return sock
        except OSError as err:
            failures.append(err)
            if sock is not None:
                sock.close()
    try:
        if not failures:
            raise OSError('getaddrinfo returns an empty list')
        if all_errors:
            raise ExceptionGroup('create_connection failed', failures)
        raise failures[-1]
    finally:
        failures.clear()        # they refer to this frame


def has_dualstack_ipv6():
    """Whether an IPv6 socket here can serve IPv4, too."""
    if not has_ipv6:
        return False
    try:
        with socket(AF_INET6, SOCK_STREAM) as probe:
            probe.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
    except OSError:
        return False
    return True


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A TCP socket that listens at address, a pair of host and port.

    backlog is for listen(). reuse_port lets several sockets share the port. dualstack_ipv6 makes an AF_INET6 socket
    that takes IPv4 connections, too.
    """
    if dualstack_ipv6:
        if not has_dualstack_ipv6():
            raise ValueError('dualstack_ipv6 not supported on this platform')
        if family != AF_INET6:
            raise ValueError('dualstack_ipv6 requires AF_INET6 family')
    server = socket(family, SOCK_STREAM)
    try:
        try:
            server.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        except OSError:
            pass                # bind() will tell
        if reuse_port:
            server.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            server.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, int(not dualstack_ipv6))
        try:
            server.bind(address)
        except OSError as err:
            raise OSError(err.errno, f'{err.strerror} (while attempting to bind on address {address!r})') from None
        server.listen() if backlog is None else server.listen(backlog)
        return server
    except OSError:
        server.close()
        raise


# Passing descriptors over AF_UNIX sockets

def send_fds(sock, buffers, fds, flags=0, address=None):
    """Send descriptors along with some bytes."""
    return sock.sendmsg(buffers, [(SOL_SOCKET, SCM_RIGHTS, array('i', fds))])


def recv_fds(sock, bufsize, maxfds, flags=0):
    """Receive bytes and descriptors: (bytes, descriptors, flags, address)."""
    fds = array('i')
    data, ancillary, flags, address = sock.recvmsg(bufsize, CMSG_LEN(maxfds * fds.itemsize))
    for level, kind, packed in ancillary:
        if (level, kind) == (SOL_SOCKET, SCM_RIGHTS):
            fds.frombytes(packed[:len(packed) // fds.itemsize * fds.itemsize])
    return data, list(fds), flags, address


# Names

def getfqdn(name=''):
    """The full domain name of a host, or of this one."""
    name = name.strip()
    if name in ('', '0.0.0.0', '::'):
        name = gethostname()
    try:
        official, aliases, _ = gethostbyaddr(name)
    except OSError:
        return name
    return next((n for n in (official, *aliases) if '.' in n), official)


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """The addresses of a host's service: a list of (family, type, proto, canonical name, address) for socket()."""
    return [(_member(AddressFamily, found), _member(SocketKind, kind), *rest)
            for found, kind, *rest in _socket.getaddrinfo(host, port, family, type, proto, flags)]


# Sockets go to other processes.
if 'multiprocessing.reduction' in sys.modules:
    sys.modules['multiprocessing.reduction']._register_sockets(sys.modules[__name__])
