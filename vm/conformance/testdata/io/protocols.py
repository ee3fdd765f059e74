# Files as iterators and context managers, subclasses, pipes, non-blocking files
import os
_home = os.getcwd()
_tmp = '/tmp/minipy_test_%d' % os.getpid()
os.mkdir(_tmp)
os.chdir(_tmp)
import io, sys, os
# iterators and protocol corner cases
f = open('m.txt', 'w+')
print(f.writelines(['a\n', 'b\n']), f.seek(0), f.readlines(), f.readlines(1), f.seek(0), f.readlines(1))
f.seek(0); it = iter(f); print(it is f, next(f), f.__next__()); 
try: next(f)
except StopIteration: print('stop')
print(hasattr(f, '__del__'), f.closed, f._CHUNK_SIZE, f.__class__.__name__, f.__class__.__module__)
f.close()
with open('m.txt') as f, open('m2.txt', 'w') as g:
    for l in f: g.write(l.upper())
print(open('m2.txt').read())
try:
    with open('m.txt') as f: raise ValueError('in with')
except ValueError as e: print(e, f.closed)
class MyText(io.TextIOWrapper):
    def write(self, s): return super().write(s.replace('a', 'A'))
m = MyText(io.BytesIO()); m.write('banana'); print('ca', file=m); m.flush(); print(m.buffer.getvalue()); m.x = 1; print(m.x)
class MyB(io.BufferedReader): pass
b = MyB(io.FileIO('m.txt')); print(b.read(), b); b.close(); print(b.closed)
class Up(io.TextIOBase):
    def __init__(self): self.d = []
    def writable(self): return True
    def write(self, s): self.d.append(s.upper()); return len(s)
u = Up(); print('x', 'y', file=u, flush=True); print(u.d, u.closed, isinstance(u, io.IOBase)); u.writelines(['q']); print(u.d)
with u: pass
print(u.closed)
try: u.writelines(['z'])
except ValueError as e: print(e)
class Lines(io.RawIOBase):
    def __init__(self): self.n = 3
    def readable(self): return True
    def readinto(self, b):
        if not self.n: return 0
        self.n -= 1; d = b'line\n'; b[:len(d)] = d; return len(d)
print(list(Lines()), list(io.BufferedReader(Lines())), list(io.TextIOWrapper(io.BufferedReader(Lines()))), io.TextIOWrapper(Lines()).read() if 0 else '')
print(repr(io.open_code('m.txt').read()))
p = 'big.txt'
with open(p, 'w') as f:
    for i in range(3000): print(i, 'é' * (i % 7), file=f)
with open(p) as f:
    pos = []
    while True:
        x = f.tell(); l = f.readline()
        if not l: break
        pos.append((x, l))
    ok = True
    for x, l in pos[::37] + pos[::-53]:
        f.seek(x); ok = ok and f.readline() == l
    print(ok, len(pos), pos[-1][0])
with open(p, newline='') as f:
    f.read(1001); x = f.tell(); a = f.read(50); f.seek(x); print(a == f.read(50), x)
with open(p, 'w', newline='\r\n') as f:
    for i in range(2000): f.write('l%d\n' % i)
with open(p) as f:
    f.read(5003); x = f.tell(); a = f.read(50); f.seek(x); print(a == f.read(50), x, f.newlines)
with open(p, 'r+') as f:
    f.readline(); f.write('OVER'); f.flush(); f.seek(0); print(repr(f.read(20)))
with open(p, 'a+') as f: f.write('end'); f.seek(0); print(f.readline(), end=''); f.seek(0, 2); print(f.tell())
r, w = os.pipe(); rf, wf = open(r, 'r'), open(w, 'w'); wf.write('through\npipe\n'); wf.close(); print(rf.readline(), rf.read(), rf.seekable()); 
try: rf.tell()
except io.UnsupportedOperation as e: print(e)
rf.close()
r, w = os.pipe(); os.set_blocking(r, False); rf = open(r, 'rb', 0); print(rf.read(5)); os.write(w, b'abc'); print(rf.read(5)); rf.close(); os.close(w)
r, w = os.pipe(); os.set_blocking(w, False); wf = open(w, 'wb')
try:
    wf.write(b'x' * 1000000)
except BlockingIOError as e: print(e.errno, e.strerror, e.characters_written > 60000)
os.read(r, 1 << 20); 
try: wf.close()
except BlockingIOError as e: print('close', e.errno)

os.chdir(_home)
for _n in os.listdir(_tmp): os.remove(os.path.join(_tmp, _n))
os.rmdir(_tmp)
