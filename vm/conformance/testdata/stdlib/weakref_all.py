import weakref, gc
from weakref import *

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

class O:
    def __init__(self, n=0): self.n = n
    def m(self): return self.n
o = O(5)
r = ref(o)
print(r() is o, r == ref(o), hash(r) == hash(o), type(r) is ReferenceType, getweakrefcount(o) >= 1)
p = proxy(o)
print(p.n, p.m())
p.n = 6
print(o.n)
show(lambda: ref(5))
wm = WeakMethod(o.m)
print(wm()(), wm() == o.m)
show(lambda: WeakMethod(len))
d = WeakValueDictionary()
d['a'] = o
d['b'] = keep = O(1)
print(len(d), d['a'].n, sorted(d), 'a' in d, d.get('zz'), sorted(v.n for v in d.values()), sorted(k for k, v in d.items()))
show(lambda: d['zz'])
show(lambda: d.__setitem__('k', 5))
print(d.pop('b') is keep, d.pop('b', 'gone'), d.setdefault('c', keep) is keep, list(d.copy()) == list(d))
k = WeakKeyDictionary()
k[o] = 'val'
print(k[o], o in k, len(k), k.get(keep, 'none'), list(k.keys())[0] is o, 5 in k)
show(lambda: k[5])
s = WeakSet([o, keep])
print(len(s), o in s, 5 in s, s == WeakSet([keep, o]), s & {o} == {o} if False else len(s & WeakSet([o])), len(s | {O()}) >= 2, s >= WeakSet([o]))
s.discard(o); s.add(o); s.remove(keep)
print(len(s), [x.n for x in s])
print(keep in s)
f = finalize(o, print, 'finalized', 1)
print(f.alive, f.peek()[1:], f.atexit)
f.atexit = False
print(f.detach()[2], f.alive, f.detach(), f.peek())
g = finalize(keep, lambda *a, **k: ('called', a, k), 1, x=2)
print(g(), g(), g.alive)
class S:
    __slots__ = ('a',)
show(lambda: ref(S()))
class SW:
    __slots__ = ('a', '__weakref__')
sw = SW()
print(ref(sw)() is sw)
class Sub(ref):
    def __new__(cls, ob, callback=None, extra=None):
        self = ref.__new__(cls, ob, callback)
        self.extra = extra
        return self
    def __init__(self, ob, callback=None, extra=None):
        super().__init__(ob, callback)
x = Sub(o, None, 'e')
print(x() is o, x.extra)
e = finalize(o, print, 'at exit', 'runs')
