"""Frames that are cut off, absurd or not pickles, and wrong keys: an exception for whoever reads, and no
harm to anybody else."""
import multiprocessing as mp
import os
import pickle
import socket
import struct
import threading
from multiprocessing import AuthenticationError, connection
from multiprocessing.managers import BaseManager

from procfs import PATIENCE


def show(what, f, *args):
    try:
        print(what, f(*args))
    except Exception as e:
        print(what, type(e).__name__, str(e)[:60])


def raw(data):
    """A connection that has these bytes to read and then its end."""
    r, w = socket.socketpair()
    w.sendall(data)
    w.close()
    return connection.Connection(r.detach(), writable=False)


def frames():
    frame = struct.pack('!i', 5) + b'hello'
    show('whole', raw(frame).recv_bytes)
    for n in 0, 2, 4, 7:
        show(n, raw(frame[:n]).recv_bytes)
    show('long header cut', raw(b'\xff\xff\xff\xff\0\0').recv_bytes)
    show('huge', raw(b'\xff\xff\xff\xff' + b'\x7f' * 8).recv_bytes)     # CPython: MemoryError
    show('2 GB that never come', raw(b'\x7f\xff\xff\xff' + b'x').recv_bytes)
    show('limit', raw(frame).recv_bytes, 4)
    for data in b'', b'hello', b'\x80\x05', b'\x80\x7f.', b'cno.such\nthing\n.', b'(((((' * 10, pickle.dumps([1, 2, 3])[:-2]:
        show(data[:10], raw(struct.pack('!i', len(data)) + data).recv)
    show('into', raw(frame).recv_bytes_into, bytearray(3))


def serve(listener, n, seen):
    for _ in range(n):
        try:
            with listener.accept() as c:
                c.send('welcome')
                seen.append('accepted')
        except Exception as e:
            seen.append(type(e).__name__)


def keys():
    for family in 'AF_UNIX', 'AF_INET':
        seen = []
        with connection.Listener(family=family, authkey=b'right') as listener:
            server = threading.Thread(target=serve, args=(listener, 6, seen))
            server.start()
            show(family, lambda: connection.Client(listener.address, authkey=b'wrong'))
            for junk in b'', b'\0\0\0\x07garbage', b'\xff' * 40, b'GET / HTTP/1.0\r\n\r\n':
                s = socket.socket(getattr(socket, family))
                s.connect(listener.address)
                s.sendall(junk)
                s.shutdown(socket.SHUT_WR)
                while True:
                    try:
                        if not s.recv(1000):
                            break
                    except ConnectionResetError:
                        break
                s.close()
            show(family, lambda: connection.Client(listener.address, authkey=b'right').recv())
            server.join(PATIENCE)
            print(seen)


class Server(BaseManager):
    pass


def five():
    return 5


def managers():
    Server.register('five', five)
    with Server(authkey=b'right') as server:
        other = Server(server.address, authkey=b'wrong')
        show('manager', other.connect)
        s = socket.socket(socket.AF_UNIX)
        s.connect(server.address)
        s.sendall(b'\0\0\0\x05junk')
        s.close()
        # The right key, and then nonsense.
        c = connection.Client(server.address, authkey=b'right')
        c.send_bytes(b'nonsense')
        show('nonsense', lambda: c.recv()[0])
        c.close()
        c = connection.Client(server.address, authkey=b'right')
        c.send(('no', 'such', 'thing'))
        show('no such', lambda: c.recv()[0])
        c.close()
        show('still there', lambda: server.five()._getvalue())


def corrupt_answer(rubbish, end):
    """Write rubbish where the worker's answers go, before the answer or the end."""
    for name in os.listdir('/proc/self/fd'):
        try:
            if os.readlink(f'/proc/self/fd/{name}').startswith('socket:'):
                os.write(int(name), rubbish)
        except OSError:
            pass
    if end:
        os._exit(3)


def pools():
    for rubbish, end in (b'\0\0\0\x05junk!', False), (b'\0\0\0\x50cut', True), (b'\xff' * 40, False), (b'\0', True):
        with mp.get_context('fork').Pool(1) as pool:
            # Whose answer is rubbish is not trusted: the next task may be lost with it, too.
            failed = 0
            while True:
                try:
                    result = pool.apply_async(*((abs, (-3,)) if failed else (corrupt_answer, (rubbish, end)))).get(PATIENCE)
                    break
                except Exception:
                    failed += 1
            print('pool', rubbish[:6], 1 <= failed <= 2, result)


if __name__ == '__main__':
    frames()
    keys()
    managers()
    pools()
