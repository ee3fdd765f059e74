# Object cycles, caches through weak values, sys.getrefcount presence, big garbage
import gc, weakref, sys
class Node:
    def __init__(self): self.links = []
nodes = [Node() for _ in range(200)]
for i, n in enumerate(nodes): n.links.append(nodes[(i + 1) % 200]); n.self = n
refs = [weakref.ref(n) for n in nodes]
print(sum(r() is not None for r in refs))
del nodes, n
gc.collect()
print(sum(r() is not None for r in refs))
class Cache:
    def __init__(self): self.d = weakref.WeakValueDictionary()
    def get(self, k):
        try: return self.d[k], "hit"
        except KeyError:
            n = self.d[k] = Node()
            return n, "miss"
c = Cache()
x, s1 = c.get("k")
y, s2 = c.get("k")
print(s1, s2, x is y)
del x, y
gc.collect()
print(c.get("k")[1], sys.getrefcount(c) > 0, len(gc.get_objects()) > 0 if hasattr(gc, "get_objects") else True)
total = 0
for i in range(20000):
    a = [i]
    a.append(a)
    total += len(a)
print(total)
d = {}
d["self"] = d
d["f"] = lambda: d
w = weakref.ref(d["f"])
del d
gc.collect()
print(w())
def gen():
    me = yield
    while True: yield me
g = gen()
next(g)
g.send(g)
w = weakref.ref(g)
del g
gc.collect()
print(w())
class E(Exception): pass
try: raise E
except E as e:
    keep = e
    keep.me = keep
w = weakref.ref(keep)
del keep
gc.collect()
print(w())
