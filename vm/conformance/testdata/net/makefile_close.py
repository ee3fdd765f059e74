# the socket lives until the last file is closed
import socket as s, io
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)

a, b = s.socketpair(); f = a.makefile('rb'); g = a.makefile('wb'); a.close(); print(a.fileno() >= 0, a._closed, repr(a).split()[1])
g.write(b'late'); g.flush(); print(b.recv(9)); b.sendall(b'in\n'); print(f.readline()); g.close(); print(a.fileno() >= 0); f.close(); print(a.fileno(), f.closed, g.closed)
t(f.read); t(f.fileno); t(g.write, b'x'); print(b.recv(1))
a, b = s.socketpair(); raw = a.makefile('rwb', 0); print(type(raw).__mro__[:2], raw.mode, raw.name == a.fileno(), raw.isatty()); raw.write(b'abc'); print(b.recv(2))
b.sendall(b'12345'); print(raw.read(2), raw.readinto(bytearray(2)), raw.read(10)); t(raw.seek, 0); t(raw.tell); raw.close(); print(raw.closed, raw.name); t(raw.readable); t(raw.writable); t(raw.seekable); t(raw.readinto, bytearray(1)); t(raw.write, b'')
raw.close(); t(s.SocketIO, a, 'x'); r = a.makefile('rb', 0); t(r.write, b'x'); w = a.makefile('wb', 0); t(w.read, 1); t(w.readinto, bytearray(1))
a.settimeout(0.01); r = a.makefile('rb'); t(r.read, 1); t(r.read, 1); a.setblocking(False); r = a.makefile('rb', 0); print(r.read(1), r.readinto(bytearray(1)), r.readall())
w = a.makefile('wb', 0); n = 0
while (k := w.write(b'x' * 65536)) is not None: n += k
print(n > 0, k)
with a.makefile() as f: print(f)if 0 else print(type(f), f.mode)
a.settimeout(None); b.sendall(b'l1\nl2\nl3'); b.shutdown(s.SHUT_WR); print(list(a.makefile('r')))
a, b = s.socketpair(); rw = a.makefile('rw'); rw.write('question\n'); rw.flush(); print(b.recv(20)); b.sendall(b'answer\n'); print(rw.readline()); print(type(rw), type(rw.buffer))
