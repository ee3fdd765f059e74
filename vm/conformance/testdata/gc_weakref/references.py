# weakref and gc: what can be referenced, equality, callbacks, proxies
import weakref, gc, _weakref
class C:
    def __init__(self, n=0): self.n = n
    def __repr__(self): return 'C'
    def __eq__(self, o): return isinstance(o, C) and self.n == o.n
    def __hash__(self): return hash(self.n)
    def __call__(self, *a): return ('called', a)
    def __len__(self): return 3
    def __getitem__(self, i): return i * 2
    def __add__(self, o): return 'add'
    def meth(self): return 'meth'
def t(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
c = C(5)
r = weakref.ref(c)
print(r() is c, r == weakref.ref(c), r is weakref.ref(c), hash(r) == hash(c), weakref.getweakrefcount(c), weakref.getweakrefs(c) == [r], r.__callback__, type(r))
cb = lambda x: print('callback', x() is None)
r2 = weakref.ref(c, cb); print(r2 is r, r2 == r, r2.__callback__ is cb, weakref.getweakrefcount(c)); print(repr(r).split(' at ')[0], repr(r).split('; ')[1].split(' at ')[0])
for v in (3, 'x', None, [], {}, (), 1.5, object(), ValueError(), b'', True, range(3), slice(1), print, len, int, C, lambda: 0, c.meth, set(), frozenset(), r, (x for x in ()), weakref, property(), iter([]), type(None), bytearray(), memoryview(b''), staticmethod(print), ..., 1j):
    try: weakref.ref(v); print('ok', type(v).__name__)
    except TypeError as e: print(e)
class S:
    __slots__ = ('a',)
class SW:
    __slots__ = ('a', '__weakref__')
class L(list): pass
class T(tuple): pass
class I(int): pass
class St(str): pass
class D(dict): pass
class E(Exception): pass
class SS(S): pass
for x in (S(), SW(), L(), T(), I(), St(), D(), E(), SS()): t(lambda: type(weakref.ref(x)).__name__)
t(weakref.ref); t(weakref.ref, c, None, 3); t(weakref.ref, c, cb, x=3); t(r, 3); t(lambda: r < r2); t(lambda: r == 3)
print(weakref.ref(c, None) is r)
def make():
    o = C(7); refs = [weakref.ref(o), weakref.ref(o, lambda x: print('dead', x() is None)), weakref.proxy(o)]
    hash(refs[0]); return refs
refs = make(); gc.collect(); gc.collect()
print(refs[0]() is None, hash(refs[0]) == hash(7), 'dead' in repr(refs[0])); t(hash, refs[1]); t(lambda: refs[2].n); t(str, refs[2]); t(lambda: refs[0] == refs[1]); t(lambda: refs[0] == refs[0])
p = weakref.proxy(c); print(type(p), p.n, len(p), p[4], p + 1, p.meth(), p(1, 2), str(p), repr(p)[:10], p == c, bool(p), isinstance(p, C), p is weakref.proxy(c)); p.n = 9; print(c.n); t(hash, p); del p.n; t(lambda: p.n); t(lambda: iter(p)) if 0 else None; t(lambda: p.nope); t(lambda: p * 2); t(lambda: -p)
class N: pass
q = N(); pp = weakref.proxy(q); print(type(pp), weakref.ProxyTypes); t(lambda: pp()); t(weakref.proxy, 3); t(lambda: len(pp)); t(lambda: pp < 3); t(next, pp); t(iter, pp)
c.n = 9
class MyRef(weakref.ref):
    def __init__(self, o, cb=None, **k): super().__init__(o, cb); self.k = k
m = MyRef(c, k=3); print(m.k, m() is c, m is MyRef(c, k=3), isinstance(m, weakref.ref), m == r)
d = weakref.WeakValueDictionary(); d['a'] = q; print(list(d.items()) == [('a', q)], 'a' in d, len(d)); del q
wm = weakref.WeakMethod(c.meth); print(wm()(), wm().__self__ is c)
print(weakref.ref[int], gc.isenabled(), gc.get_threshold(), gc.garbage, gc.callbacks, gc.is_tracked(3), gc.is_tracked([]), gc.is_tracked('x'), gc.is_tracked({}), gc.is_tracked({'a': []}), gc.is_tracked(c)); gc.disable(); print(gc.isenabled()); gc.enable(); t(gc.collect, 5); t(gc.collect, 'x'); gc.set_threshold(1, 2); print(gc.get_threshold()); t(gc.set_threshold); print(gc.get_referents([c]) == [c], gc.get_debug(), len(gc.get_stats()))
