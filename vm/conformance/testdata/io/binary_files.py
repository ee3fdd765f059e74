# Binary files: raw, buffered, random access, openers, messages
import os
_home = os.getcwd()
_tmp = '/tmp/minipy_test_%d' % os.getpid()
os.mkdir(_tmp)
os.chdir(_tmp)
import io, os
p = 'b.bin'
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print('ok', repr(r))
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, e)
data = bytes(range(256)) * 100
with open(p, 'wb') as f:
    print(f, f.raw, f.write(data), f.tell(), f.name, f.mode, f.closed)
    t(f.read); t(f.readline); t(f.peek) if hasattr(f, 'peek') else print('no peek')
    t(f.write, 'x'); t(f.write, 3); t(f.write, bytearray(b'abc')); t(f.write, memoryview(b'defg')[1:3])
    t(f.seek, 5); t(f.write, b'Q'); t(f.tell); t(f.truncate, 20); t(f.tell); t(f.flush); t(f.readable); t(f.writable)
    t(f.writelines, [b'1', b'2']); t(f.writelines, 'ab'); t(f.writelines, 3); t(f.getvalue) if hasattr(f, 'getvalue') else None
t(f.write, b'x'); t(f.flush); t(f.tell); t(f.seek, 0); t(f.fileno); t(f.closed.__class__); t(f.detach); t(f.close); print(f)
print(open(p, 'rb').read())
open(p, 'wb').write(data)
with open(p, 'rb') as f:
    print(f, f.read(3), f.tell(), f.peek(4)[:4], f.read1(5), len(f.read1()), f.tell(), f.read(0))
    t(f.read, -2); t(f.read, 'x'); t(f.read, None.__class__); t(f.seek, -1); t(f.seek, 0, 9); t(f.seek, 'x'); t(f.seek, 1.5)
    print(f.seek(10), f.read(2), f.seek(-2, 1), f.read(2), f.seek(-3, 2), f.read(), f.read(), f.tell())
    b = bytearray(5); f.seek(1); print(f.readinto(b), b, f.readinto1(b), b); t(f.readinto, b'abc'); t(f.readinto, 'abc'); t(f.readinto, 3)
    f.seek(0); print(f.readline(), f.readline(4), len(f.readline()), len(f.readlines()), f.readlines())
    t(f.write, b'x'); t(f.truncate); t(f.readable); t(f.writable); t(f.isatty); print(f.raw.closefd, f.raw.name, f.raw.mode)
t(f.read); t(f.read1); t(f.peek); t(f.readline); t(next, f); t(f.readinto, bytearray(3)); t(iter, f)
with open(p, 'r+b') as f:
    print(f, f.read(4), f.write(b'WXYZ'), f.tell(), f.read(4), f.seek(0), f.read(12), f.mode, f.raw.mode)
    f.seek(2); f.write(b'!!'); f.flush(); print(f.tell(), f.read(3)); f.truncate(10); print(f.read(), f.seek(0), f.read())
with open(p, 'rb', buffering=0) as f:
    print(f, f.read(5), f.tell(), f.read(100), f.seek(0), f.readall(), f.readline(), f.seek(0)); print(f.readline(), f.read(-1)); t(f.write, b'x'); t(f.readinto, bytearray(1)); t(f.truncate, 0)
t(f.read); t(f.readall); t(f.seek, 0); t(f.fileno); print(f)
with open(p, 'wb', 0) as f: t(f.write, b'hello'); t(f.read); t(f.readable); t(f.truncate, 2); t(f.readall); print(f.tell(), f)
print(open(p,'rb').read())
t(open, p, 'rb', 1.5); t(open, p, 'rb', -5)
r = io.FileIO(p); print(r, r.read(), r.closefd, r.mode); r.close(); t(r.read); t(io.FileIO, p, 'z'); t(io.FileIO, p, 'rw'); t(io.FileIO, p, 'r', False); t(io.FileIO, p, 'w+'); t(io.FileIO); t(io.FileIO, p, 3)
fd = os.open(p, os.O_RDWR); f = open(fd, 'r+b', closefd=False); print(type(f), f.name == fd, f.raw.closefd); f.close(); os.close(fd); t(os.close, fd)
f = open(p, 'rb', opener=lambda n, fl: os.open(n, fl)); print(f.read()); f.close()
t(open, p, 'rb', opener=lambda n, fl: -3); t(open, p, 'rb', opener=lambda n, fl: 'x')
def bad(n, fl): raise RuntimeError('x')
t(open, p, 'rb', opener=bad)

os.chdir(_home)
for _root, _dirs, _files in os.walk(_tmp, topdown=False):
    for _n in _files: os.remove(os.path.join(_root, _n))
    for _n in _dirs:
        _p = os.path.join(_root, _n)
        (os.remove if os.path.islink(_p) else os.rmdir)(_p)
os.rmdir(_tmp)
