import select, socket, os
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)

class F:
    def __init__(s, v): s.v = v
    def fileno(s): return s.v
p = select.poll(); print(type(p), type(p).__name__, type(p).__module__)
for a in [(), ('a',), (0, 1, 2), (0, 'a'), (0, -1), (0, 65536), (0, 2**40), (-1,), (2**40,), (1.5,)]: t(p.register, *a)
for a in [(0,), (55, 1), (0, 'a'), (-1, 1)]: t(p.modify, *a)
t(p.unregister, 77); t(p.unregister, 'a'); t(p.poll, 'a'); t(p.poll, 1, 2); t(p.poll, 1e30); t(p.poll, 2**31); t(p.poll, 2**40); t(p.poll, float('nan')); print(p.poll(0), p.poll(1), p.poll(0.5), p.poll(True))
t(select.poll, 1); t(type(p)); t(lambda: type('X', (type(p),), {}))
r, w = os.pipe(); p.register(r, select.POLLIN); p.register(F(w), select.POLLOUT); print([(fd == w, e) for fd, e in p.poll()]); os.write(w, b'z'); print([(fd == r, e) for fd, e in p.poll(1000)]); p.modify(w, 0); print([(fd == r, e) for fd, e in p.poll()]); p.register(r, 0); print(p.poll(0)); p.unregister(w); t(lambda: p.unregister(w) if w in () else p.modify(w, 1))
p.register(r); os.close(w); print(p.poll() == [(r, select.POLLIN | select.POLLHUP)]); os.close(r); print(p.poll() == [(r, select.POLLNVAL)]); p.unregister(r)
a, b = socket.socketpair(); p.register(a); p.register(b); print(p.poll() == [(a.fileno(), 4), (b.fileno(), 4)]); b.shutdown(socket.SHUT_WR); p.register(a, select.POLLIN | select.POLLRDHUP); print(p.poll() == [(a.fileno(), select.POLLIN | select.POLLRDHUP), (b.fileno(), 4)]); n = a.fileno(); b.close(); a.close()
x, y = socket.socketpair(); p = select.poll(); p.register(x, select.POLLIN); print(p.poll(10), p.poll(None) if 0 else '', len(dir(p)) > 10)
