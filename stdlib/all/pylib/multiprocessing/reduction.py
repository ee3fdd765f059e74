"""Pickling for other processes: what plain pickling does not know, and descriptors."""

import copyreg
import functools
import io
import os
import pickle
import sys

from _processes import dumps as _dumps

from . import context

__all__ = ['send_handle', 'recv_handle', 'ForkingPickler', 'register', 'dump', 'DupFd', 'sendfds', 'recvfds']

HAVE_SEND_HANDLE = True


class ForkingPickler(pickle.Pickler):
    """A pickler that knows more types than others."""

    _extra_reducers = {}
    _copyreg_dispatch = copyreg.dispatch_table
    loads = pickle.loads

    def __init__(self, *args):
        super().__init__(*args)
        self.dispatch_table = {**self._copyreg_dispatch, **self._extra_reducers}

    @classmethod
    def register(cls, type, reduce):
        """Register a function that reduces objects of a type."""
        cls._extra_reducers[type] = reduce

    @classmethod
    def dumps(cls, obj, protocol=None):
        """The pickle of an object."""
        if cls is ForkingPickler and protocol is None:
            return _dumps(obj, cls._extra_reducers)
        buf = io.BytesIO()
        cls(buf, protocol).dump(obj)
        return buf.getbuffer()


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    """Pickle an object for a child to a file."""
    ForkingPickler(file, protocol).dump(obj)


# Types that plain pickling refuses or does not know.

class _C:
    def f(self):
        pass


def _reduce_method(m):
    return getattr, (m.__self__ if m.__self__ is not None else type(m), m.__func__.__name__)


def _reduce_method_descriptor(m):
    return getattr, (m.__objclass__, m.__name__)


register(type(_C().f), _reduce_method)
register(type(list.append), _reduce_method_descriptor)
register(type(int.__add__), _reduce_method_descriptor)


def _reduce_partial(p):
    return _rebuild_partial, (p.func, p.args, p.keywords or {})


def _rebuild_partial(func, args, keywords):
    return functools.partial(func, *args, **keywords)


register(functools.partial, _reduce_partial)


def _rebuild_socket(df, family, type, proto):
    import socket
    return socket.socket(family, type, proto, fileno=df.detach())


def _reduce_socket(s):
    return _rebuild_socket, (DupFd(s.fileno()), s.family, s.type, s.proto)


def _register_sockets(socket):
    register(socket.socket, _reduce_socket)


# Importing socket takes time that most children need not spend: it calls this itself where it comes later.
if hasattr(sys.modules.get('socket'), 'socket'):
    _register_sockets(sys.modules['socket'])


# Descriptors.

ACKNOWLEDGE = True


def sendfds(sock, fds):
    """Send descriptors over a unix socket."""
    import array
    import socket
    fds = array.array('i', fds)
    sock.sendmsg([bytes([len(fds) % 256])], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, fds)])
    if ACKNOWLEDGE and sock.recv(1) != b'A':
        raise RuntimeError('did not receive acknowledgement of fd')


def recvfds(sock, size):
    """Receive descriptors over a unix socket."""
    import array
    import socket
    a = array.array('i')
    msg, ancdata, flags, addr = sock.recvmsg(1, socket.CMSG_SPACE(a.itemsize * size))
    if not msg and not ancdata:
        raise EOFError
    if ACKNOWLEDGE:
        sock.send(b'A')
    if len(ancdata) != 1:
        raise RuntimeError(f'received {len(ancdata)} items of ancdata')
    level, kind, data = ancdata[0]
    if level != socket.SOL_SOCKET or kind != socket.SCM_RIGHTS or len(data) % a.itemsize:
        raise ValueError('Invalid data received')
    a.frombytes(data)
    if len(a) % 256 != msg[0]:
        raise AssertionError(f'Len is {len(a):n} but msg[0] is {msg[0]!r}')
    return list(a)


def _unix_socket(conn):
    import socket
    return socket.fromfd(conn.fileno(), socket.AF_UNIX, socket.SOCK_STREAM)


def send_handle(conn, handle, destination_pid):
    """Send a descriptor over a connection."""
    with _unix_socket(conn) as s:
        sendfds(s, [handle])


def recv_handle(conn):
    """Receive a descriptor over a connection."""
    with _unix_socket(conn) as s:
        return recvfds(s, 1)[0]


def DupFd(fd):
    """What stands for a descriptor in a pickle; its detach() gives it, in the process that unpickles."""
    popen = context.get_spawning_popen()
    if popen is not None:
        return popen.DupFd(popen.duplicate_for_child(fd))
    from . import resource_sharer
    return resource_sharer.DupFd(fd)


class AbstractReducer:
    """What a context's reducer has."""

    ForkingPickler = ForkingPickler
    register = register
    dump = dump
    send_handle = send_handle
    recv_handle = recv_handle
    DupFd = DupFd
    sendfds = staticmethod(sendfds)
    recvfds = staticmethod(recvfds)

    def __init__(self, *args):
        pass
