import socket as s
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)

x = s.socket()
for v in (None, 0, 1, 1.5, True, 0.0000000001, -0.0, 1e9, 2**31, -1, -1e-12, 'a', 1e30, 1e19, 2**70, float('nan'), float('inf'), [], b'1'):
    print(v); t(x.settimeout, v); print(x.gettimeout(), x.getblocking(), x.timeout)
for v in (True, False, 1, 0, 5, 'a', None, 1.5, []):
    print(v); t(x.setblocking, v); print(x.gettimeout(), x.getblocking())
t(s.getdefaulttimeout); t(s.setdefaulttimeout, 'a'); t(s.setdefaulttimeout, -1); t(s.getdefaulttimeout, 1)
s.setdefaulttimeout(2.5); print(s.getdefaulttimeout(), s.socket().gettimeout(), [y.gettimeout() for y in s.socketpair()])
s.setdefaulttimeout(0); print(s.socket().getblocking()); s.setdefaulttimeout(None); print(s.socket().gettimeout())
n = s.socket(s.AF_INET, s.SOCK_STREAM | s.SOCK_NONBLOCK); print(n.gettimeout(), n.type, n.getblocking())
a, b = s.socketpair()
for m in (lambda: a.recv(1), lambda: a.recv_into(bytearray(1)), lambda: a.recvfrom(1), lambda: a.recvfrom_into(bytearray(1)), lambda: a.recvmsg(1), lambda: a.recvmsg_into([bytearray(1)])):
    a.settimeout(0.01); t(m); a.setblocking(False); t(m); a.settimeout(None)
    try: a.recv(1, s.MSG_DONTWAIT)
    except BlockingIOError as e: print(e.errno)
try: a.settimeout(0.01); a.recv(1)
except TimeoutError as e: print(e.errno, e.args, e)
a.settimeout(0.02)
t(lambda: [a.send(bytes(100000)) for i in range(100)] and None)
t(a.sendall, bytes(10**7))
a.setblocking(False)
try:
    while a.send(b'x' * 100000): pass
except BlockingIOError as e: print(e)
t(a.sendmsg, [b'y' * 100000])
l = s.create_server(('127.0.0.1', 0)); l.settimeout(0.01); t(l.accept); l.setblocking(False); t(l.accept)
