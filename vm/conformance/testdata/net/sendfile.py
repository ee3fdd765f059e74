import socket as s, io, os, tempfile
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)

f = tempfile.TemporaryFile(); f.write(bytes(range(256)) * 100); f.flush()
def pull(b, n):
    out = b''
    while len(out) < n: out += b.recv(n - len(out))
    return out
a, b = s.socketpair(); f.seek(0)
print(a.sendfile(f), f.tell()); d = pull(b, 25600); print(d == bytes(range(256)) * 100)
print(a.sendfile(f, offset=10, count=20), f.tell(), pull(b, 20) == bytes(range(10, 30))); print(a.sendfile(f, 25590, 100), pull(b, 10)[-1], f.tell())
print(a.sendfile(io.BytesIO(b'memory')), b.recv(10)); g = io.BytesIO(b'0123456789'); print(a.sendfile(g, 3, 4), b.recv(10), g.tell()); print(a._sendfile_use_send(f, 5, 6), b.recv(10), f.tell()); print(a._sendfile_use_sendfile(f, 5, 6), b.recv(10))
t(a.sendfile, f, count=0); t(a.sendfile, f, count=-1); t(a.sendfile, f, count='a'); t(a.sendfile, open(__file__)); t(a.sendfile, f, 0, 1.5); a.setblocking(False); t(a.sendfile, f); t(a._sendfile_use_send, f); t(s.socket(type=s.SOCK_DGRAM).sendfile, f)
e = tempfile.TemporaryFile(); a.settimeout(1); print(a.sendfile(e)); a.settimeout(0.02)
f.write(bytes(2**22)); f.flush(); t(a.sendfile, f); print(0 < f.tell() < 2**22)
