# The abstract classes, subclasses in Python, wrappers over them
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
p = 'x'
open(p, 'w').close()
class R(io.RawIOBase):
    def __init__(self, d): self.d = d; self.p = 0
    def readable(self): return True
    def readinto(self, b):
        c = self.d[self.p:self.p+min(len(b), 3)]; b[:len(c)] = c; self.p += len(c); return len(c)
r = R(b'hello\nworld\nfoo'); print(r.read(2), r.readline(), r.readall(), r.read(), r.closed); t(r.write, b'x'); t(r.seek, 0); t(r.fileno); r.close(); print(r.closed); t(r.read)
print(io.BufferedReader(R(b'hello\nworld\nfoo')).readlines()); br = io.BufferedReader(R(b'hello\nworld'), 4); print(br.read(2), br.peek(), br.read1(10), br.read()); t(br.seek, 0); t(io.BufferedReader, 3); t(io.BufferedReader, R(b''), 0); t(io.BufferedWriter, R(b''))
print(io.TextIOWrapper(io.BufferedReader(R(b'h\xc3\xa9llo\nworld'))).read())
class Wr(io.RawIOBase):
    def __init__(self): self.l = []
    def writable(self): return True
    def write(self, b): self.l.append(bytes(b[:4])); return min(len(b), 4)
w = Wr(); bw = io.BufferedWriter(w, 8); bw.write(b'0123456789abcdef'); bw.write(b'xyz'); bw.flush(); print(w.l); bw.close(); t(bw.write, b'x'); print(w.closed)
rw = io.BufferedRWPair(R(b'in'), Wr()); print(rw.read(), rw.write(b'x'), rw.readable(), rw.writable(), rw.seekable(), rw.closed); t(rw.seek, 0); t(rw.detach); rw.close(); print(rw.closed); t(io.BufferedRWPair, Wr(), R(b''))
d = io.IncrementalNewlineDecoder(None, True); print(repr(d.decode('a\r')), repr(d.decode('\nb\rc')), d.newlines, d.getstate()); print(repr(d.decode('x\r', final=True)), d.newlines); d.reset(); print(d.newlines)
print(io.DEFAULT_BUFFER_SIZE, io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.text_encoding(None), io.text_encoding('x'), io.open is open)
for c in (io.FileIO, io.BytesIO, io.StringIO, io.TextIOWrapper, io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.BufferedRWPair, io.IOBase, io.RawIOBase, io.UnsupportedOperation, io.IncrementalNewlineDecoder):
    print(c, c.__mro__, issubclass(c, io.IOBase), issubclass(c, io.RawIOBase), issubclass(c, io.BufferedIOBase), issubclass(c, io.TextIOBase))
print(isinstance(open(p), io.TextIOBase), isinstance(open(p,'rb'), io.BufferedIOBase), isinstance(io.StringIO(), io.IOBase))
t(io.IOBase().read) if hasattr(io.IOBase(), 'read') else print('none')
x = io.IOBase(); t(x.seek, 0); t(x.tell); t(x.readline); t(x.fileno); t(x.truncate); print(x.closed, x.seekable()); x.close(); t(x.flush); t(x.isatty); t(x.__enter__)
x = io.TextIOBase(); t(x.read); t(x.write, ''); t(x.detach); print(x.encoding, x.newlines); x = io.BufferedIOBase(); t(x.read); t(x.write, b''); t(x.readinto, bytearray()); x = io.RawIOBase(); t(x.read); t(x.readinto, b'')

os.chdir(_home)
for _root, _dirs, _files in os.walk(_tmp, topdown=False):
    for _n in _files: os.remove(os.path.join(_root, _n))
    for _n in _dirs:
        _p = os.path.join(_root, _n)
        (os.remove if os.path.islink(_p) else os.rmdir)(_p)
os.rmdir(_tmp)
