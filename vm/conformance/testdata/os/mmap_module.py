"""mmap: files and memory of its own, shared with forked children or private."""
import mmap
import os
import tempfile


def attempt(f, *args, **kwds):
    try:
        print(f(*args, **kwds))
    except Exception as e:
        print(type(e).__name__, e)


m = mmap.mmap(-1, 20)
print(m, len(m), list(m)[:2], b'\0' in m)
print(m.write(b'hello\nworld\n'), m.tell(), m.seek(0), m.readline(), m.read(3), m.read_byte(), m.read())
m[0] = 72
m[1:4] = b'ELP'
m[::10] = b'ab'
print(m[:], m[0], m[-1], m[5:2], m[::-7], m.find(b'l'), m.find(b'l', 0), m.rfind(b'l', 0), m.find(b'l', 0, -15), m.find(b'zz'))
m.move(10, 0, 5)
print(m[:], m.flush())
attempt(m.size)
for key in 20, -21, 'x', 1.5, None:
    attempt(m.__getitem__, key)
for key, value in (20, 1), (0, 256), (0, -1), (0, b'a'), (0, 'a'), (slice(0, 3), b'ab'), (slice(0, 3), 5), ('x', 1):
    attempt(m.__setitem__, key, value)
attempt(m.__delitem__, 0)
attempt(m.seek, 100)
attempt(m.seek, 0, 9)
attempt(m.seek, -30, 2)
attempt(m.write, b'x' * 50)
attempt(m.write_byte, 300)
attempt(m.move, 10, 15, 10)
attempt(m.read, 'x')
attempt(m.read, -5)
attempt(m.read_byte)
attempt(m.write_byte, 3)
view = memoryview(m)
print(view.readonly, view.nbytes, bytes(view[:3]))
attempt(m.close)
attempt(m.resize, 40)
view.release()
m.resize(40)
print(len(m), m[15:25])
if os.fork() == 0:
    m[:5] = b'child'
    os._exit(0)
os.wait()
print(m[:5])
private = mmap.mmap(-1, 10, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
private[:3] = b'abc'
if os.fork() == 0:
    print(private[:], flush=True)
    private[:3] = b'xyz'
    os._exit(0)
os.wait()
print(private[:])
m.close()
m.close()
print(m, m.closed)
attempt(len, m)
attempt(m.read)
attempt(m.__getitem__, 0)
with tempfile.TemporaryFile() as f:
    attempt(mmap.mmap, f.fileno(), 0)
    f.write(b'0123456789' * 1000)
    f.flush()
    with mmap.mmap(f.fileno(), 0) as m:
        print(len(m), m.size(), m[-3:])
        m[:3] = b'abc'
        m.flush()
        print(os.pread(f.fileno(), 5, 0))
    with mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_COPY) as m:
        m[:3] = b'xyz'
        print(m[:5], os.pread(f.fileno(), 5, 0), m)
        attempt(m.resize, 5)
    with mmap.mmap(f.fileno(), 100, access=mmap.ACCESS_READ, offset=mmap.ALLOCATIONGRANULARITY) as m:
        print(m[:5], m)
        attempt(m.__setitem__, 0, 1)
        attempt(m.write, b'a')
    attempt(mmap.mmap, f.fileno(), 100000)
    attempt(mmap.mmap, f.fileno(), 0, offset=40960)
    attempt(mmap.mmap, f.fileno(), 10, offset=-1)
    attempt(mmap.mmap, f.fileno(), -1)
    attempt(mmap.mmap, f.fileno(), 10, access=9)
    attempt(mmap.mmap, f.fileno(), 10, flags=mmap.MAP_PRIVATE, access=mmap.ACCESS_READ)
    attempt(mmap.mmap, f.fileno(), 10, offset=1)
attempt(mmap.mmap, -1, 0)
attempt(mmap.mmap, -2, 10)
print(mmap.error is OSError, mmap.ACCESS_COPY, mmap.PROT_READ, mmap.PAGESIZE)


class Sub(mmap.mmap):
    pass


s = Sub(-1, 5)
s.x = 3
print(s.x, s[:2])
