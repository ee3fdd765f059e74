import selectors, socket, os, select, re
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)

def tn(f, *a):
    try: f(*a)
    except Exception as e: print(re.sub(r'\d+', 'N', str(e)))
print(selectors.DefaultSelector, selectors.EVENT_READ, selectors.EVENT_WRITE, selectors.SelectorKey._fields)
for cls in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector):
    print(cls.__name__); a, b = socket.socketpair(); s = cls(); m = s.get_map(); print(len(m), list(m), s.select(0))
    k = s.register(a, selectors.EVENT_READ, 'data'); print(k.fileobj is a, k.fd == a.fileno(), k.events, k.data, s.get_key(a) == k, m[a] == k, m[a.fileno()] == k, a in m, len(m))
    tn(s.register, a, 1); t(s.register, b, 0); t(s.register, b, 4); t(s.register, b, 'x'); t(s.register, -1, 1); t(s.register, 'x', 1); t(s.register, 1.5, 1); t(s.unregister, 12345); t(s.modify, 12345, 1); t(s.get_key, 12345); t(lambda: m[12345]); t(m.get, 12345)
    print(s.select(0), s.select(-1), s.select(0.01)); b.send(b'!'); print([(x is k, e) for x, e in s.select()]); k2 = s.modify(a, 3, 'new'); print(k2.events, k2.data, [(x == k2, e) for x, e in s.select()]); k3 = s.modify(a, 2); print([(x.data, e) for x, e in s.select()]); s.modify(a, 2, 'only data'); print(s.get_key(a).data)
    s.register(b, selectors.EVENT_WRITE); print(sorted((x.fileobj is a, e) for x, e in s.select())); print(s.unregister(b).fileobj is b); a.recv(9); s.modify(a, 1); b.close(); print([(x.fileobj is a, e) for x, e in s.select(1)]); n = a.fileno(); a.close(); print(s.unregister(a).fd == n, len(m)); tn(s.unregister, a)
    with cls() as z: r, w = os.pipe(); z.register(r, 1); z.register(w, 2); print([(x.fd == w, e) for x, e in z.select()]); os.close(r); print([(x.fd == w, bool(e & 2)) for x, e in z.select(0) if x.fd == w] if cls is not selectors.SelectSelector else '-')
    print(z.get_map()); t(z.get_key, 0); s.close(); t(s.get_key, 5); print(s.get_map()); t(lambda: repr(m)[:20])
t(selectors.BaseSelector); t(selectors._fileobj_to_fd, -1); t(selectors._fileobj_to_fd, 'q'); print(selectors.SelectorKey(1, 2, 3, 4)); print(issubclass(selectors.EpollSelector, selectors.BaseSelector))
class Mine(selectors.BaseSelector):
    log = []
    def register(self, f, e, d=None): self.log.append(('r', f, e, d)); return 'key'
    def unregister(self, f): self.log.append(('u', f))
    def select(self, timeout=None): return []
    def get_map(self): return {1: 'one'}
m = Mine(); print(m.modify(5, 6, 7), m.log, m.get_key(1)); t(m.get_key, 2)
with m: pass
