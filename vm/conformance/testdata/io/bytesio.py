# BytesIO
import io
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print('ok', repr(r))
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, e)
import os
_home = os.getcwd()
_tmp = '/tmp/minipy_test_%d' % os.getpid()
os.mkdir(_tmp)
os.chdir(_tmp)
# BytesIO
b = io.BytesIO(b'hello\nworld\n'); print(b.read(3), b.tell(), b.readline(), b.readlines(), b.read(), b.getvalue(), b.seek(0), list(b))
b.seek(2); print(b.write(b'XX'), b.getvalue(), b.truncate(6), b.getvalue(), b.tell()); t(b.truncate, -1); t(b.seek, -1); t(b.seek, 0, 7); t(b.write, 'x'); t(b.read, 'x'); t(b.readinto, bytearray(3)); t(b.fileno); t(b.detach)
b.seek(10); print(b.write(b'end'), b.getvalue(), b.seek(-2, 2), b.read1(1), b.read1(), b.readable(), b.writable(), b.seekable(), b.isatty(), b.closed)
m = b.getbuffer(); print(m.tobytes(), m.readonly); m[0:2] = b'ZZ'; print(b.getvalue()); t(b.write, b'zzzzzzzzzzzzzz'); t(b.truncate, 1); t(b.close); m.release(); b.close(); t(b.read); t(b.getvalue); t(b.write, b''); t(b.seek, 0)
t(io.BytesIO, 'x'); t(io.BytesIO, 3); print(io.BytesIO(initial_bytes=b'k').getvalue(), io.BytesIO(None).getvalue())
b = io.BytesIO(b'a\nb\nc'); print(next(b), b.readlines(2), b.readline(-1)); t(next, b)
import copy

os.chdir(_home)
for _root, _dirs, _files in os.walk(_tmp, topdown=False):
    for _n in _files: os.remove(os.path.join(_root, _n))
    for _n in _dirs:
        _p = os.path.join(_root, _n)
        (os.remove if os.path.islink(_p) else os.rmdir)(_p)
os.rmdir(_tmp)
