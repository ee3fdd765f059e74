import socket as s
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)

for mode in ('r', 'w', 'rw', 'rb', 'wb', 'rwb', 'b', '', 'wr', 'brw'):
    for buf in (None, -1, 0, 1, 5):
        a, b = s.socketpair()
        try: f = a.makefile(mode, buf)
        except Exception as e: print(mode, buf, type(e).__name__, e); continue
        print(repr(mode), buf, type(f).__name__, getattr(f, 'mode', None), f.readable(), f.writable(), f.seekable(), f.closed, f.name == a.fileno() if hasattr(f, 'name') else '-')
for mode in ('x', 'a', 'r+', 'rt', 'U', 5): t(lambda: s.socketpair()[0].makefile(mode))
t(lambda: a.makefile('r', encoding='latin-1', errors='replace', newline='').encoding)
t(lambda: a.makefile('rb', foo=1)); t(lambda: a.makefile('r', -1, 'utf-8'))
a, b = s.socketpair(); f = a.makefile('rb'); g = b.makefile('w', encoding='utf-8', newline='\r\n')
g.write('héllo\nwörld\n'); g.flush(); print(f.readline(), f.readline()); g.write('unflushed'); g.close(); print(f.read(9)); b.close(); print(f.read(), f.readline())
f.close(); print(f.closed, a.fileno() >= 0)
