# Weak references: life, callbacks, equality, proxies, weak containers
import weakref, gc
class C:
    def __init__(self, n=0): self.n = n
    def __repr__(self): return f"C{self.n}"
    def m(self): return "method", self.n
c = C(1)
r = weakref.ref(c)
print(r() is c, r is weakref.ref(c), weakref.getweakrefcount(c), r == weakref.ref(c), hash(r) == hash(c), type(r).__name__, len(weakref.getweakrefs(c)))
log = []
r2 = weakref.ref(c, lambda ref: log.append(ref is r2))
del c
gc.collect()
print(r(), r2(), log)
d = C(2)
p = weakref.proxy(d)
print(p.n, p.m(), type(p).__name__, isinstance(p, C), repr(p) != "", str(p))
p.n = 5
print(d.n)
del d
gc.collect()
try: p.n
except ReferenceError as e: print(e)
for bad in (5, "s", (), None, 1.5, [], {}):
    try: weakref.ref(bad); print("ok")
    except TypeError as e: print(e)
def f(): pass
print(weakref.ref(f)() is f, weakref.ref({1}.__class__)() is set, weakref.ref(C)() is C, weakref.ref({1, 2}) is not None)
wd = weakref.WeakValueDictionary()
a, b = C("a"), C("b")
wd["a"], wd["b"] = a, b
print(sorted(wd), len(wd), wd["a"], wd.get("zz"))
del a
gc.collect()
print(sorted(wd), "a" in wd)
wk = weakref.WeakKeyDictionary({b: "value"})
ws = weakref.WeakSet([b])
print(wk[b], b in wk, len(wk), b in ws, len(ws))
del b
gc.collect()
print(len(wk), len(ws), len(wd), list(wk.items()))
e = C("e")
wm = weakref.WeakMethod(e.m)
print(wm()(), wm() == e.m)
del e
gc.collect()
print(wm())
g = C("g")
fin = weakref.finalize(g, print, "finalized", 1)
print(fin.alive, fin.peek() is not None)
del g
gc.collect()
print(fin.alive, fin())
h = C("h")
fin = weakref.finalize(h, lambda *a: ("called", a), 5)
print(fin(), fin.alive, fin(), fin.detach())
class Sub(weakref.ref):
    def __init__(self, o, cb=None, tag=""):
        super().__init__(o, cb)
        self.tag = tag
    def __new__(cls, o, cb=None, tag=""): return super().__new__(cls, o, cb)
s = Sub(h, tag="t")
print(s() is h, s.tag)
