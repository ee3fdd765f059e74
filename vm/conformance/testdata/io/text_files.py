# Text files: modes, newlines, encodings, error handlers, seek and tell, messages
import os
_home = os.getcwd()
_tmp = '/tmp/minipy_test_%d' % os.getpid()
os.mkdir(_tmp)
os.chdir(_tmp)
import io, os
d = 'd'
os.mkdir(d)
p = 'f.txt'
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print('ok', repr(r))
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, e)
with open(p, 'w', newline='') as f:
    print(f.write('a\r\nb\rc\nd\u00e9\n'))
for nl in (None, '', '\n', '\r', '\r\n'):
    with open(p, newline=nl) as f:
        print(repr(nl), f.readlines(), f.newlines)
    with open(p, newline=nl) as f:
        print(repr(f.read(3)), repr(f.readline()), repr(f.read()), f.newlines)
for nl in (None, '', '\n', '\r', '\r\n'):
    with open(p, 'w', newline=nl) as f:
        f.write('x\ny\r\nz')
    print(open(p, 'rb').read())
t(open, p, 'rw')
t(open, p, 'rU')
t(open, p, 'rtb')
t(open, p, '')
t(open, p, 'q')
t(open, p, 'rr')
t(open, p, 'wb', encoding='utf-8')
t(open, p, 'wb', errors='strict')
t(open, p, 'wb', newline='')
t(open, p, 'w', 0)
t(open, p, 'w', newline='x')
t(open, p, encoding='nope-enc')
t(open, p, 3)
t(open, 1.5)
t(open, None)
t(open, -1)
t(open, 9999)
t(open, d)
t(open, d, 'w')
t(open, 'nope/x')
t(open, 'nope')
t(open, b'nope')
t(open, 'a\0b')
t(open, p, buffering='x')
t(open, p, closefd=False)
t(open)
t(open, p, bogus=1)
with open(p, 'w') as f:
    t(f.read)
    t(f.readline)
    t(next, f)
    t(f.readable); t(f.writable); t(f.seekable)
    t(f.write, b'x'); t(f.write, 3); t(f.write, None)
    t(f.fileno().__class__)
    print(f.name, f.mode, f.encoding, f.errors, f.line_buffering, f.closed, f.write_through, f.newlines)
    print(f, f.buffer, f.buffer.raw.mode, f.buffer.mode)
t(f.write, 'x'); t(f.read); t(f.fileno); t(f.flush); t(iter, f); t(f.tell); t(f.seek, 0); t(f.readline); t(f.isatty); t(f.readable); t(f.__enter__)
t(f.close)
print(f.closed)
with open(p, 'r') as f:
    t(f.write, 'x')
    t(f.writelines, ['a'])
    t(f.read, 'x')
    t(f.read, 1.5)
    t(f.readline, None)
    t(f.seek, -1)
    t(f.seek, 1, 1)
    t(f.seek, 1, 2)
    t(f.seek, 0, 5)
    t(f.truncate)
open(p, 'w').write('line1\nline2\nline3\n')
with open(p) as f:
    print(repr(next(f)))
    t(f.tell)
    print(repr(f.readline()))
    print(list(f))
    print(f.tell())
with open(p) as f:
    print(f.readline(), f.tell(), f.readline(2), f.tell(), f.read(1), f.tell())
    f.seek(6); print(f.read())
    print(f.seek(0, 2), f.tell(), repr(f.read()))
with open(p, 'a') as f:
    print(f.tell()); f.write('more\n'); print(f.tell())
with open(p, 'r+') as f:
    print(f.readline()); f.write('XX'); f.seek(0); print(f.read()); print(f)
with open(p, 'x' ) if not os.path.exists(p) else open(p) as f: pass
t(open, p, 'x')
open(p, 'wb').write(b'ab\xff\xfec\xe2\x82')
t(lambda: open(p).read())
for e in ('ignore','replace','backslashreplace','surrogateescape','surrogatepass', 'nope'):
    t(lambda: open(p, errors=e).read())
t(lambda: open(p, encoding='ascii').read())
t(lambda: open(p, encoding='latin-1').read())
t(lambda: open(p, encoding='ascii', errors='surrogateescape').readlines())
for e in ('strict','ignore','replace','backslashreplace','xmlcharrefreplace','namereplace','surrogateescape'):
    with open(p, 'w', encoding='ascii', errors=e) as f:
        t(f.write, 'a\u20acb\U0001F600c\udc80d')
    print(open(p,'rb').read())
    with open(p, 'w', encoding='latin-1', errors=e) as f:
        t(f.write, 'a\xe9\u20acb')
    print(open(p,'rb').read())
with open(p, 'w') as f: t(f.write, 'a\ud800b')
with open(p, 'w', errors='surrogatepass') as f: t(f.write, 'a\ud800b')
print(open(p, 'rb').read())
with open(p, 'w', encoding='utf-16') as f: f.write('h\u00e9llo\nw\n')
print(open(p, 'rb').read())
with open(p, encoding='utf-16') as f:
    print(f.readline(), f.tell() > 0); pos = f.tell(); print(f.read()); f.seek(pos); print(repr(f.read())); f.seek(0); print(repr(f.read()))
with open(p, 'w', encoding='utf-8-sig') as f: f.write('bom')
print(open(p, 'rb').read(), open(p, encoding='utf-8-sig').read(), repr(open(p).read()))
f = open(p); f.reconfigure(encoding='latin-1', newline='\n'); print(f.encoding, f.errors); print(repr(f.read())); t(f.reconfigure, encoding='utf-8'); f.close()
f = open(p, 'w'); f.reconfigure(line_buffering=True); f.write('abc\n'); print(open(p).read()); f.close()
w = io.TextIOWrapper(io.BytesIO(b'x\ny\n')); print(w, list(w)); b = w.detach(); t(w.read); t(lambda: w); t(w.close); print(b.read())
t(io.TextIOWrapper); t(io.TextIOWrapper, io.BytesIO(), 3); t(io.TextIOWrapper, 3); t(io.TextIOWrapper, io.BytesIO(), newline=3); t(io.TextIOWrapper, io.BytesIO(), 'rot13')
w = io.TextIOWrapper(io.BytesIO(), write_through=True); w.write('abc'); print(w.buffer.getvalue()); print(w.line_buffering, w.write_through)
w = io.TextIOWrapper(io.BytesIO(), line_buffering=True); w.write('abc'); print(w.buffer.getvalue());  w.write('abc\n'); print(w.buffer.getvalue())
for m in 'r', 'w', 'a', 'r+', 'w+', 'a+', 'rb', 'wb', 'ab', 'r+b', 'w+b', 'a+b':
    with open(p, m) as f: print(m, f.mode, type(f).__name__, f.readable(), f.writable(), f.seekable())

os.chdir(_home)
for _root, _dirs, _files in os.walk(_tmp, topdown=False):
    for _n in _files: os.remove(os.path.join(_root, _n))
    for _n in _dirs:
        _p = os.path.join(_root, _n)
        (os.remove if os.path.islink(_p) else os.rmdir)(_p)
os.rmdir(_tmp)
