# tuple, range, slice and unpacking: methods, errors, big numbers
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, '|', e)
T = (1, 2, 3)
t(lambda: T[5]); t(lambda: T['a']); t(lambda: T[1:]); t(lambda: T[::-1]); t(lambda: T.index(9)); t(lambda: T.index(2, 2)); t(lambda: T.count(1)); t(lambda: T + [1]); t(lambda: T * 2); t(lambda: T * 'a'); t(lambda: T < (1, 2)); t(lambda: T < [1]); t(hash, ([],)); t(tuple, 5); t(tuple, 1, 2); t(lambda: tuple(x=1)); t(lambda: T * 10**13)
def setitem(l, i, v): l[i] = v
def delitem(l, i): del l[i]
t(setitem, T, 0, 1); t(delitem, T, 0)
print(hash((1, 2)), hash(()), hash((1.5, True)), hash((1, (2, 3))), (1,), (), ((),), tuple('ab'), T[:] is T, tuple(T) is T, () is ())
class P(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
p = P(1, 2); print(p, type(p + (1,)), type(p[:]), p == (1, 2), hash(p) == hash((1, 2)), p.__getnewargs__()); p.q = 1; print(p.q)
x = ([],); x[0].append(x); print(x)
print(tuple.__add__(T, T), T.__rmul__(2), tuple[int, ...])
it = iter(T); next(it); print(it.__reduce__(), it.__length_hint__()); it.__setstate__(0); print(list(it)); print(it.__reduce__())
# range
t(range); t(range, 1, 2, 3, 4); t(range, 'a'); t(range, 1.0); t(range, 1, 5, 0); t(lambda: range(x=1)); t(range, 10**30)
r = range(2, 20, 3)
print(r, list(r), len(r), r[1], r[-1], r[1:3], r[::-1], r[10:], 5 in r, 6 in r, 5.0 in r, 'a' in r, r.index(5), r.count(5), r.count(6), r == range(2, 18, 3), r == range(2, 20, 3), hash(r) == hash(range(2, 18, 3)), range(0) == range(5, 5), r.start, r.stop, r.step)
t(lambda: r.index(6)); t(lambda: r.index('a')); t(lambda: r[10]); t(lambda: r['a']); t(lambda: r[1.0]); t(lambda: r < r); t(setitem, r, 0, 1); t(lambda: r + r)
b = range(10**20, 10**20 + 10, 3)
print(b, list(b), len(b), b[1], b[-1], b[::-1], 10**20 + 3 in b, 10**20 + 1 in b, b.index(10**20 + 3), list(reversed(b)), b[1:], bool(b), bool(range(0)), bool(range(10**30)))
t(lambda: len(range(10**30))); t(lambda: range(10**30)[10**25]); t(lambda: range(10**30)[2**200]); print(range(-2**63, 2**63), range(2**63 - 1, 2**63 + 2))
print(list(range(2**63 - 2, 2**63 + 1)), list(range(-2**63, -2**63 + 2)), list(reversed(range(-2**63, -2**63 + 2))), list(range(5, -5, -4)), list(reversed(range(5, -5, -4))))
print(list(range(9223372036854775800, 9223372036854775807, 5)), len(range(-2**63, 2**63 - 1)) if False else '')
it = iter(range(5)); next(it); print(it, it.__length_hint__(), it.__reduce__()) if False else print(it.__length_hint__(), it.__reduce__())
it = iter(range(10**20, 10**20+5)); next(it); print(it.__length_hint__(), it.__reduce__(), type(it))
class I:
    def __index__(self): return 3
print(range(I()), list(range(I())), [1,2,3,4][I()], [0] * I(), (1, 2, 3, 4, 5)[:I()], range(True), 3 in range(I(), 5))
class E(int):
    def __eq__(self, o): return True
    __hash__ = int.__hash__
print(E(50) in range(3), E(50) in [1])
t(lambda: type('R', (range,), {})); t(lambda: type('S', (slice,), {})); t(lambda: type('B', (bool,), {}))
# slice
s = slice(1, 10, 2); print(s, s.start, s.stop, s.step, s.indices(5), slice(5), slice(None), slice(1, 2) == slice(1, 2), slice(1, 2) < slice(1, 3), slice(1) != slice(2))
t(slice); t(slice, 1, 2, 3, 4); t(hash, s); t(lambda: s.indices(-1)); t(lambda: s.indices('a')); t(lambda: slice('a').indices(3)); t(lambda: slice(None, None, 0).indices(3)); print(slice(-10**30, 10**30, 10**25).indices(10**40), slice(None, None, -1).indices(5), slice(None, None, -1).indices(0))
def setattr_(o, n, v): setattr(o, n, v)
t(setattr_, s, 'start', 5); t(setattr_, r, 'start', 5)
print(s.__reduce__(), r.__reduce__())
t(lambda: [1,2,3][slice('a', None)]); t(lambda: (1,)[slice(1.5)]); t(lambda: slice(1,2) == (1, 2, None))
t(lambda: slice(1) < 5)
a, *b, c = range(5); print(a, b, c)
def unpack(n, v):
    if n == 2: a, b = v
    if n == -2: a, *b, c = v
    if n == 0: [] = v
t(unpack, 2, [1]); t(unpack, 2, (1, 2, 3)); t(unpack, 2, 5); t(unpack, 2, iter([1])); t(unpack, 2, 'abc'); t(unpack, -2, [1]); t(unpack, -2, 7); t(unpack, 2, {1: 2, 3: 4}); t(unpack, 2, range(10**9)); t(unpack, 0, [1]); t(unpack, -2, iter('a')); t(unpack, 2, None)
