import socket as s, struct
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)

x = s.socket()
t(x.setsockopt, 1, 2); t(x.setsockopt, 1, 2, 3, 4); t(x.setsockopt, 1, 2, 'a'); t(x.setsockopt, 1, 2, None); t(x.setsockopt, 1, 2, None, 0)
t(x.setsockopt, 'a', 2, 3); t(x.setsockopt, 1, 2, 2**40); t(x.setsockopt, 1, 9999, 1); t(x.setsockopt, 1, 2, b''); t(x.setsockopt, 1, 2, 1.5); t(x.setsockopt, 1, 2, x=1)
t(x.getsockopt, 1); t(x.getsockopt, 1, 2, -1); t(x.getsockopt, 1, 2, 2000); t(x.getsockopt, 1, 2, 4); t(x.getsockopt, 1, 'a'); t(x.getsockopt, 999, 1); t(x.getsockopt, 1, 2, 1025)
x.setsockopt(s.SOL_SOCKET, s.SO_REUSEADDR, 1)
print(x.getsockopt(s.SOL_SOCKET, s.SO_REUSEADDR), x.getsockopt(s.SOL_SOCKET, s.SO_REUSEADDR, 4), x.getsockopt(s.SOL_SOCKET, s.SO_TYPE), x.getsockopt(s.SOL_SOCKET, s.SO_ERROR))
x.setsockopt(s.SOL_SOCKET, s.SO_REUSEADDR, False)
print(x.getsockopt(s.SOL_SOCKET, s.SO_REUSEADDR))
x.setsockopt(s.SOL_SOCKET, s.SO_LINGER, struct.pack('ii', 1, 7))
print(struct.unpack('ii', x.getsockopt(s.SOL_SOCKET, s.SO_LINGER, 8)), x.getsockopt(s.SOL_SOCKET, s.SO_LINGER, 100))
x.setsockopt(s.IPPROTO_TCP, s.TCP_NODELAY, bytearray(b'\1\0\0\0'))
print(x.getsockopt(s.IPPROTO_TCP, s.TCP_NODELAY))
x.setsockopt(s.SOL_SOCKET, s.SO_RCVBUF, 8192)
print(x.getsockopt(s.SOL_SOCKET, s.SO_RCVBUF), x.getsockopt(s.SOL_SOCKET, s.SO_DOMAIN) == s.AF_INET, x.getsockopt(s.SOL_SOCKET, s.SO_PROTOCOL))
print(x.getsockopt(s.SOL_SOCKET, s.SO_ACCEPTCONN)); x.bind(('127.0.0.1', 0)); x.listen(); print(x.getsockopt(s.SOL_SOCKET, s.SO_ACCEPTCONN))
a, b = s.socketpair()
print(struct.unpack('iii', a.getsockopt(s.SOL_SOCKET, s.SO_PEERCRED, 12))[1:] == (__import__('os').getuid(), __import__('os').getgid()))
