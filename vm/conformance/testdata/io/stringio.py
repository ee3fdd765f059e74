# StringIO
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
# StringIO
s = io.StringIO('h\u00e9llo\nw\u00f6rld\r\nx'); print(s.read(3), s.tell(), repr(s.readline()), s.readlines(), s.getvalue() == 'h\u00e9llo\nw\u00f6rld\r\nx')
s.seek(1); print(s.write('E\u20ac'), repr(s.getvalue()), s.tell(), s.truncate(4), repr(s.getvalue())); t(s.seek, -1); t(s.seek, 1, 1); t(s.seek, 0, 3); t(s.write, b'x'); t(s.write, 3); t(s.read, 'x'); t(s.truncate, -1)
s.seek(8); s.write('z'); print(repr(s.getvalue())); s.seek(0, 2); print(s.tell()); s.seek(3); s.write('\U0001F600abc'); print(repr(s.getvalue()), s.newlines, s.encoding, s.errors, s.line_buffering)
for nl in (None, '', '\n', '\r', '\r\n'):
    s = io.StringIO('a\r\nb\rc\nd', newline=nl); print(repr(nl), repr(s.getvalue()), s.readlines(), s.newlines); s = io.StringIO(newline=nl); s.write('x\ny\r\n'); s.write('z\r'); s.write('\nq'); print(repr(s.getvalue()))
t(io.StringIO, 3); t(io.StringIO, newline='x'); t(io.StringIO, newline=3); t(io.StringIO, b'x')
s.close(); t(s.read); t(s.write, 'x'); t(s.getvalue); t(s.readline); t(next, s); print(s.closed); t(s.__enter__)
with io.StringIO('abc') as s: print(s, s.__getstate__()) if 0 else print(s.read())
class W(io.StringIO):
    def write(self, x): return super().write(x.upper())
w = W(); print('hello', 3, file=w); print(repr(w.getvalue())); w.attr = 3; print(w.attr)

os.chdir(_home)
for _root, _dirs, _files in os.walk(_tmp, topdown=False):
    for _n in _files: os.remove(os.path.join(_root, _n))
    for _n in _dirs:
        _p = os.path.join(_root, _n)
        (os.remove if os.path.islink(_p) else os.rmdir)(_p)
os.rmdir(_tmp)
