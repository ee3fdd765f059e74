# dict, its views and mappingproxy: methods, errors, changes while iterating
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, '|', e)
d = {'a': 1, 2: 'b', (1, 2): None}
t(lambda: d['x']); t(lambda: d[[]]); t(lambda: d.pop('x')); t(lambda: d.pop('x', 5)); t(lambda: {}.popitem()); t(lambda: d.get()); t(lambda: d.get(1, 2, 3)); t(lambda: d.get([])); t(lambda: d.setdefault([])); t(lambda: d.update(5)); t(lambda: d.update([1])); t(lambda: d.update([(1, 2, 3)])); t(lambda: d.update(['ab'])); t(lambda: d.update([1], 2)); t(lambda: d.update(1, 2)); t(lambda: d.pop()); t(lambda: d.keys(1)); t(lambda: d.copy(1))
t(dict, 5); t(dict, [(1,)]); t(dict, [1]); t(dict, ['abc']); t(dict, 1, 2); t(lambda: dict(a=1, **{'b': 2})); t(dict, [[1, 2], (3, 4)]); t(lambda: dict({1: 2}, a=3)); t(lambda: dict(**{1: 2})); t(dict, zip('ab', [1, 2])); t(lambda: dict([('a', 1)], a=2)); t(lambda: dict(None))
t(lambda: {**5}); t(lambda: {**{'a': 1}, 'b': 2, **{'a': 3}}); t(lambda: {**[1]}); t(lambda: dict(a=1, **{'a': 2})); t(lambda: (lambda **k: k)(**5)); t(lambda: (lambda **k: k)(**{1: 2})); t(lambda: {[]: 1}); t(lambda: {1: 2} | 5); t(lambda: {1: 2} | {1: 3, 4: 5}); t(lambda: {1: 2} < {1: 3}); t(lambda: {1: 2} == {1: 2.0}); t(lambda: {1: 2} != {1: 3}); t(hash, {})
def ior(d, v): d |= v; return d
t(ior, {1: 2}, [(3, 4)]); t(ior, {1: 2}, 5); t(ior, {1: 2}, {1: 5})
def delitem(d, k): del d[k]
t(delitem, d, 'zz'); t(delitem, d, []); t(delitem, {1: 2}, 1.0)
t(dict.fromkeys, 'abc'); t(dict.fromkeys, [1, 2], 0); t(dict.fromkeys, 5); t(dict.fromkeys); t(dict.fromkeys, {3, 1, 2}); t(dict.fromkeys, {1: 2})
print(d, list(d), d.keys(), d.values(), d.items(), len(d), 'a' in d, list(reversed(d)), list(reversed(d.values())), list(reversed(d.items())))
k = {1: 0, 2: 0, 3: 0}.keys()
print(k & {1, 5}, k | {9}, k - {1}, k ^ {1, 7}, {1, 5} & k, {1, 5} - k, {1, 5} | k, {1, 7} ^ k, k & [1, 2], k == {1, 2, 3}, k <= {1, 2, 3, 4}, k < {1, 2, 3}, k > {1}, k >= [1] if False else '', k.isdisjoint([5]), k.isdisjoint({1}), [1, 2] & k)
t(lambda: k & 5); t(lambda: k | 5); t(lambda: k < [1]); t(lambda: hash(k)); t(lambda: k == [1, 2, 3]); t(lambda: {1: [2]}.items() | {1}); t(lambda: {1: [2]}.items() & {(1, 2)})
i = {1: 2, 3: 4}.items(); print((1, 2) in i, (1, 3) in i, 5 in i, (1,) in i, i & {(1, 2)}, i == {(1, 2), (3, 4)}, i - {(1, 2)}, [1, 2] in i, sorted(i ^ {(1, 2), (9, 9)}))
v = {1: 2}.values(); print(v == {1: 2}.values(), v == v, 2 in v, len(v)); t(lambda: v | {1})
print(k.mapping, type(k.mapping)); t(lambda: setattr(k, 'mapping', 1))
import types
m = types.MappingProxyType({'a': 1}); print(m, m['a'], list(m), len(m), 'a' in m, m.get('z', 9), m == {'a': 1}, m | {'b': 2}, {'c': 1} | m, m.copy(), list(m.items()), list(reversed(m)))
def setitem(d, k, v): d[k] = v
t(setitem, m, 'a', 2); t(delitem, m, 'a'); t(types.MappingProxyType, 5); t(types.MappingProxyType, [1]); t(lambda: m.clear()); t(hash, m); t(ior, m, {}); t(lambda: types.MappingProxyType())
print(types.MappingProxyType(mapping={1: 2}))
x = {}; x['x'] = x; x['l'] = [x]; print(x); print(x.items(), x.values())
def it1():
    d = {1: 1, 2: 2}
    for k in d: d[k + 10] = 1
def it2():
    d = {1: 1, 2: 2}
    for k in d: del d[k]; d[k] = 1
def it3():
    d = {1: 1, 2: 2}
    for k in d.items(): d.pop(2, None)
def it4():
    d = {1: 1, 2: 2}
    for k in d: d[k] = 5
    return d
def it5():
    d = dict.fromkeys(range(3))
    it = iter(d); next(it); d[5] = 1
    try: next(it)
    except RuntimeError as e: print(e)
    try: next(it)
    except Exception as e: print(type(e), e)
    it = iter(d.items()); next(it); print(it.__length_hint__(), it.__reduce__(), type(it)); del d[5]; print(it.__length_hint__())
def it6():
    d = {1: 1, 2: 2, 3: 3}
    for k in reversed(d): d.pop(k)
t(it1); t(it2); t(it3); t(it4); t(it5); t(it6)
class M(dict):
    def __missing__(self, k): return k * 2
m = M(a=1); print(m['a'], m['zz'], m.get('zz'), 'zz' in m, m, type(m.copy()), type(m | {}), M.fromkeys('ab'), type(M.fromkeys('ab')))
t(lambda: M()[[]])
class B:
    def __hash__(self): return 1
    def __eq__(self, o): 1 / 0
t(lambda: {1: 2}[B()]); t(lambda: {B(): 1, B(): 2})
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return hash(self.n)
    def __eq__(self, o): return self.n == (o.n if isinstance(o, K) else o)
q = {K(1): 'x', 'a': 2}; print(q[1], q[K('a')], q.get('b'), q.pop(1), len(q))
print({1: 'a', True: 'b', 1.0: 'c'}, {0: 1, False: 2}, {-1: 1, -2: 2}, {2**61 - 1: 'p', 0: 'z'}[2**61 - 1], {2**61: 1}[2**61])
e = {}
for n in range(50): e[n] = n
for n in range(0, 50, 3): del e[n]
for n in range(0, 50, 7): e[n] = -n
print(list(e), e.popitem(), e.popitem(), list(e)[-3:])
print(dict(a=1, b=2).items() == dict(b=2, a=1).items(), dict(a=1, b=2) == dict(b=2, a=1))
class Upd:
    def keys(self): return ['k1', 'k2']
    def __getitem__(self, k): return k + '!'
t(lambda: dict(Upd())); t(lambda: {**Upd()}); t(lambda: (lambda **k: k)(**Upd()))
class D2(dict):
    def __init__(self, *a, **k): super().__init__(*a, **k); self.extra = 1
z = D2([(1, 2)], b=3); print(z, z.extra)
t(lambda: dict.get(5, 1)); t(lambda: dict.fromkeys('ab', 1, 2)); t(lambda: {}.setdefault('a')); t(lambda: {}.setdefault('a', []))
print(dict[str, int], d.__contains__(2), d.__len__(), dict.__doc__.split('\n')[0])
print(dict(x=1).__or__(5), {}.__ror__({1: 2}))
t(lambda: dict.update()); t(lambda: next({1: 2})); t(lambda: next(iter({})))
