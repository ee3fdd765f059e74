import select, socket, os
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)

class F:
    def __init__(s, v): s.v = v
    def fileno(s): return s.v
E = select.epoll; e = E(); print(E, E.__name__, E.__module__, e.closed, e.fileno() > 2, os.get_inheritable(e.fileno()))
for a in [('a',), (0,), (-1,), (-2,), (1, 0, 0), (1, 1), (1, select.EPOLL_CLOEXEC), (1, 'a')]: t(lambda *a: type(E(*a)), *a)
t(E, flags=3); t(E, foo=1); t(lambda: type(E(sizehint=3, flags=0))); t(lambda: type('X', (E,), {}))
r, w = os.pipe()
for a in [(), ('a',), (r,), (r,), (-1,), (99999,), (r, 'a'), (r, -1), (w, 4), (F(r), 1), (2**40,)]: t(e.register, *a)
t(e.modify, r); t(e.modify, r, 1); t(e.modify, 99998, 1); t(e.unregister, 99998); t(e.unregister, 'a'); print(e.poll(0) == [(w, 4)]); t(e.poll, 'a'); t(e.poll, 0, 0); t(e.poll, 0, -2); print(e.poll(0, -1) == e.poll(timeout=0, maxevents=1) == [(w, 4)]); t(e.poll, 0, 'a'); t(e.poll, 1e30); t(e.poll, 0, 1, 2); t(e.poll, float('nan'))
with open(__file__) as f: t(e.register, f)
with E() as x: print(x.closed)
print(x.closed); t(x.fileno); t(x.poll, 0); t(x.register, 0); t(x.close); t(x.__enter__); t(x.unregister, 0); t(x.modify, 0, 1)
t(E.fromfd, 'a'); d = E.fromfd(os.dup(e.fileno())); print(type(d)); d.close(); t(E.fromfd); t(E.fromfd, 1.5)
e.unregister(w); t(e.unregister, w); t(e.modify, w, 1); print(e.poll(0.01)); os.write(w, b'data'); print(e.poll() == [(r, 1)], e.poll() == [(r, 1)]); e.modify(r, select.EPOLLIN | select.EPOLLET); print(len(e.poll(1)), e.poll(0)); os.write(w, b'more'); print(len(e.poll(1)), e.poll(0)); e.modify(r, select.EPOLLIN | select.EPOLLONESHOT); print(len(e.poll(1)), e.poll(0.01)); e.modify(r, select.EPOLLIN); os.close(w); print(e.poll() == [(r, select.EPOLLIN | select.EPOLLHUP)]); os.close(r); print(e.poll(0))
a, b = socket.socketpair(); e.register(a, select.EPOLLIN | select.EPOLLRDHUP); e.register(b, select.EPOLLOUT); print(e.poll() == [(b.fileno(), 4)]); b.shutdown(socket.SHUT_WR); print(sorted(e.poll()) == sorted([(a.fileno(), select.EPOLLIN | select.EPOLLRDHUP), (b.fileno(), 4)]), len(e.poll(maxevents=1)))
outer = E(); outer.register(e, select.EPOLLIN); print(outer.poll(1) == [(e.fileno(), 1)]); e.close(); e.close(); print(outer.poll(0), e.closed)
