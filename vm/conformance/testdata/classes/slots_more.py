# __slots__: weak references, pickling state, inheritance
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


import copy, weakref
class A: __slots__ = ('a', '_b', '__c')
class B(A): pass
class C(A): __slots__ = ('d', '__dict__')
class D: __slots__ = {'x': 'doc of x', 'y': None}
class E: __slots__ = 'single'
class F(A): __slots__ = ('a',)
a = A(); a.a = 1
t(lambda: a.a); t(lambda: a._b); t(lambda: a.zz); t(lambda: setattr(a, 'zz', 1)); t(lambda: a.__dict__); t(lambda: A.a); t(lambda: sorted(n for n in A.__dict__ if 'c' in n and not n.startswith('__')))
t(lambda: weakref.ref(a)); b = B(); b.q = 2; b.a = 3
t(lambda: (b.__dict__, b.a, weakref.ref(b)() is b)); c = C(); c.d = 1; c.z = 2; c.a = 0
t(lambda: (c.__dict__, c.d)); t(lambda: D.x.__doc__); t(lambda: E().single)
for o in (a, b, c):
    t(lambda: o.__reduce_ex__(2)[2]); t(lambda: o.__getstate__()); o2 = copy.copy(o); t(lambda: (o2.a, type(o2).__name__, getattr(o2, '__dict__', None)))
t(lambda: a.__reduce__()); t(lambda: a.__reduce_ex__(1))
def dele(): del a.a
t(dele); t(dele)
f = F(); f.a = 5; t(lambda: (f.a, A.a.__get__(f))); A.a.__set__(f, 6); t(lambda: (f.a, A.a.__get__(f)))
for bad in (['x', 3], ['1x'], ['__dict__', '__dict__'], ['__weakref__', '__weakref__'], ['x', 'x'], ('a b',), (b'x',)):
    t(lambda: type('Z', (), {'__slots__': bad}).__name__)
t(lambda: type('Z', (), {'__slots__': ['q'], 'q': 1})); t(lambda: type('Z', (int,), {'__slots__': ['q']})); t(lambda: type('Z', (int,), {'__slots__': []})(5))
t(lambda: type('Z', (tuple,), {'__slots__': ['q']})); t(lambda: type('Z', (list,), {'__slots__': ['q']})([1]))
t(lambda: type('Z', (type('P', (), {'__slots__': ['p']}), type('Q', (), {'__slots__': ['q']})), {}))
t(lambda: type('Z', (type('P', (), {'__slots__': ['p']}), type('Q', (), {'__slots__': []})), {}).__name__)
a.__class__ = A
def cls(o, k): o.__class__ = k
t(cls, a, B); t(cls, b, C); t(cls, E(), D); t(cls, 3, int)
class G: __slots__ = ('x', 'y')
class H: __slots__ = ('x', 'y')
class I: __slots__ = ('y', 'x')
g = G(); g.x = 1; g.__class__ = H; print(type(g).__name__, g.x)
