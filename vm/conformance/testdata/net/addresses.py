# addresses that bind() and connect() refuse
import socket
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)

x = socket.socket()
for a in [('h',), ('127.0.0.1', 'x'), (1, 2), ('127.0.0.1', 70000), ('127.0.0.1', 2**40), (b'127.0.0.1', -1), ('a\0b', 1), (None, 1),
          ('127.0.0.1', 1, 2), ['127.0.0.1', 1], ('', 'x'), (1.5, 2), ('1.2.3.4', 1.5), None, 'abc', 5, ()]:
    print(a)
    t(x.bind, a)
    t(x.connect_ex, a)
y = socket.socket(socket.AF_INET6)
for a in [('::1',), ('::1', 1, 2**20), ('::1', 1, 2, 3, 4), ('::1', 70000), ('<broadcast>', 1), ('127.0.0.1', 1), ('::1', 1, 'x'),
          ('::1', 1, -1), 5]:
    print(a)
    t(y.bind, a)
u = socket.socket(socket.AF_UNIX)
for a in ['a' * 108, '\0' * 109, 'a' * 107 + 'b', 5, None, '/nonexistent/x', ('a', 1)]:
    print(repr(a)[:20])
    t(u.bind, a)
t(u.connect, '/nonexistent')
t(u.connect_ex, '/nonexistent')
n = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
t(n.sendto, b'x', ('127.0.0.1', 65536))
t(n.sendto, b'x', ('127.0.0.1', -1))
p = socket.socketpair()[0]
t(p.sendto, b'x', 5)
