# repr, detach, dup, fromfd, fileno=, pickling, subclasses
import socket as s, os, pickle, copy, re, _socket, weakref
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)

def clean(x): return re.sub(r"fd=\d+", 'fd=N', re.sub(r"\('127.0.0.1', \d+\)", 'ADDR', repr(x)))
a, b = s.socketpair(); print(clean(a)); fd = a.detach(); print(clean(a).replace('fd=-1', 'fd=-1'), a.fileno()); c = s.socket(fileno=fd); print(clean(c), c.family, c.type, c.proto)
c.sendall(b'adopted'); print(b.recv(10)); d = c.dup(); print(d.fileno() != c.fileno(), d.gettimeout()); c.close(); d.sendall(b'dup'); print(b.recv(10)); e = s.fromfd(d.fileno(), s.AF_UNIX, s.SOCK_STREAM); d.close(); e.sendall(b'fromfd'); print(b.recv(10)); e.close(); print(b.recv(1))
t(s.socket, fileno=-1); t(s.socket, fileno='a'); t(s.socket, fileno=1.5); t(s.socket, fileno=99999); r, w = os.pipe(); t(s.socket, fileno=r); t(s.socket, 'a'); t(s.socket, family='b'); t(s.socket, 99); t(s.socket, 2, 99); t(s.socket, 2, 1, 99); t(s.socket, foo=1); t(s.socket, 1, 2, 3, 4, 5)
t(_socket.socket, 1, 2, 3, None, 5); t(_socket.socket, foo=1); t(_socket.socket, 'a'); t(_socket.socket, 2**40)
x = s.create_server(('127.0.0.1', 0)); y = s.create_connection(x.getsockname()); print(clean(x)); print(clean(y)); x.close(); print(clean(x)); print(re.sub(r'fd=\d+', 'fd=N', repr(_socket.socket())))
t(pickle.dumps, y); t(copy.copy, y); print(weakref.ref(y)() is y); t(setattr, y, 'foo', 1); t(setattr, y, 'family', 1); t(setattr, y, 'timeout', 1)
class Sub(s.socket):
    def __init__(self, *a): super().__init__(*a); self.extra = 5
z = Sub(s.AF_INET, s.SOCK_DGRAM); print(clean(z), z.extra, type(z.dup()) if 0 else '', z == z, hash(z) == hash(z)); u = _socket.socket(); print(u.family, u.type, u.proto, u.timeout); t(setattr, u, 'family', 1)
n = _socket.socket.__new__(s.socket); print(n.fileno(), n.gettimeout()); t(n.recv, 1); n.close() if hasattr(n, '_io_refs') else None
print(y.get_inheritable()); y.set_inheritable(True); print(y.get_inheritable(), os.get_inheritable(y.fileno())); y.set_inheritable(False); print(os.get_inheritable(y.fileno()))
t(s.close, 99999); t(s.close, 'a'); t(s.dup, 99999); t(_socket.dup, 'a'); i, j = s.socketpair(); s.close(i.detach()); print(j.recv(1))
i, j = s.socketpair(); os.close(i.fileno()); t(i.recv, 1); t(i.close); t(i.close)
print(s.socket(1, 1).family is s.AF_UNIX, s.socket(s.AF_NETLINK, s.SOCK_RAW, 0).family.name, type(s.socket(16, 3).getsockname()))
