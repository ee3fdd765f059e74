# deque, defaultdict, OrderedDict and their friends
from collections import *
import collections
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, '|', e)
d = deque([1, 2, 3]); print(d, len(d), d[0], d[-1], bool(deque()), deque('abc', 2), deque(maxlen=0), deque([1, 2], maxlen=None))
t(deque, 5); t(deque, [], -1); t(deque, [], 'a'); t(deque, [], 1, 2); t(deque, iterable='ab', maxlen=1); t(deque, foo=1)
t(lambda: deque().pop()); t(lambda: deque().popleft()); t(lambda: d[10]); t(lambda: d['a']); t(lambda: d[1:2]); t(lambda: d.remove(9)); t(lambda: d.index(9)); t(lambda: d.index(2, 2)); t(lambda: d.index(2, 'a')); t(lambda: d + [1]); t(lambda: d + d); t(lambda: d * 2); t(lambda: 2 * d); t(lambda: d * 'a'); t(hash, d); t(lambda: d < deque([1, 3])); t(lambda: d == [1, 2, 3]); t(lambda: d == deque([1, 2, 3])); t(lambda: d < [1]); t(lambda: deque([1], 1).insert(0, 2)); t(lambda: d.rotate('a')); t(lambda: d.append()); t(lambda: d.extend(5)); t(lambda: d.maxlen); t(lambda: setattr(d, 'maxlen', 3))
def setitem(l, i, v): l[i] = v
def delitem(l, i): del l[i]
def iadd(l, v): l += v; return l
def imul(l, v): l *= v; return l
t(setitem, d, 9, 1); t(delitem, d, 9); t(iadd, deque([1]), 'ab'); t(imul, deque([1, 2]), 2); t(imul, deque([1, 2], 3), 5); t(iadd, deque([1]), 5); t(imul, deque([1]), 0)
d.append(4); d.appendleft(0); d.extend([5, 6]); d.extendleft([-1, -2]); print(d); d.rotate(2); print(d); d.rotate(-3); print(d); d.rotate(100); print(d); d.reverse(); print(d, d.count(3), 4 in d); d.insert(2, 'x'); d.insert(-1, 'y'); d.insert(100, 'z'); d.insert(-100, 'w'); print(d); del d[3]; del d[-2]; d[1] = 'q'; print(d, d.index('q'), d.pop(), d.popleft()); d.remove('y'); print(d, list(reversed(d)), d.copy(), d.copy() is d)
m = deque(range(5), 3); m.append(9); print(m); m.appendleft(7); print(m); m.extend('abcd'); print(m, m.maxlen, m + deque([1]), m.copy(), m.__reduce__()[:3]); m.extend(m); print(m)
e = deque([1, 2]); e.extend(e); print(e); e.extendleft(e); print(e); r = deque(); r.append(r); print(r)
def it1():
    d = deque([1, 2, 3])
    for x in d: d.append(x)
def it2():
    d = deque([1, 2, 3])
    for x in d: d[0] = 5
    return d
def it3():
    d = deque([1, 2, 3]); it = iter(d); next(it); d.pop()
    try: next(it)
    except RuntimeError as e: print(e)
    return list(it)
t(it1); t(it2); t(it3)
class D(deque): pass
x = D([1], 2); x.a = 1; print(x, type(x.copy()), x.a, type(x + x), x.__reduce__()[:3]); print(iter(d).__length_hint__(), type(iter(d)).__name__, type(reversed(d)).__name__, deque[int])
big = deque()
for i in range(1000): big.append(i)
for i in range(990): big.popleft()
print(big, deque(range(100))[50], [big[i] for i in range(-3, 3)])
# defaultdict
dd = defaultdict(list); dd['a'].append(1); dd['b']; print(dd, dd['a'], dd.get('z'), 'z' in dd, len(dd), dd.default_factory, dd.copy(), type(dd.copy()), dd == {'a': [1], 'b': []})
t(defaultdict, 5); t(defaultdict, None, {1: 2}); t(defaultdict, int, [(1, 2)], a=3); t(defaultdict); t(lambda: defaultdict()['x']); t(lambda: defaultdict(lambda: 1 / 0)['x']); t(defaultdict, int, 1, 2); t(lambda: dd[[]]); t(lambda: dd | {1: 2}); t(lambda: {1: 2} | dd); t(lambda: dd | 5); t(lambda: dd.__missing__('q')); t(lambda: dd.__reduce__()[:2]); dd.default_factory = None; t(lambda: dd['nope']); print(dd)
dd = defaultdict(int)
for ch in 'mississippi': dd[ch] += 1
print(dd, sorted(dd.items()), dict(dd)); rec = defaultdict(lambda: 1); dd2 = defaultdict(list); dd2['x'] = dd2; print(dd2); dd |= {'z': 1}; print(dd['z'], type(dd))
class DD(defaultdict):
    def __missing__(self, k): return 'miss ' + k
print(DD(int)['x'], DD(int))
tree = lambda: defaultdict(tree); tr = tree(); tr['a']['b']['c'] = 1; print(dict(tr['a']['b']))
# OrderedDict
o = OrderedDict([('a', 1), ('b', 2), ('c', 3)]); print(o, list(o), o.keys(), o.values(), o.items(), len(o), OrderedDict(), OrderedDict(a=1))
o.move_to_end('a'); print(o); o.move_to_end('c', last=False); print(o); t(lambda: o.move_to_end('zz')); print(o.popitem(), o.popitem(last=False), o); t(lambda: OrderedDict().popitem()); t(lambda: o.pop('zz')); t(lambda: o.pop('zz', 5)); t(lambda: o['zz']); t(OrderedDict, 5); t(OrderedDict, [1]); t(OrderedDict, [(1,)]); t(OrderedDict, 1, 2); t(OrderedDict, [(1, 2, 3)]); t(lambda: o.update(1, 2)); t(lambda: o.setdefault('n', 7)); t(lambda: o.setdefault('n', 8)); t(hash, o)
a = OrderedDict([(1, 2), (3, 4)]); b = OrderedDict([(3, 4), (1, 2)]); print(a == b, a == dict(b), dict(a) == b, a != b, a == OrderedDict(a), list(reversed(a)), list(reversed(a.items())), list(reversed(a.values())), a.copy(), type(a.copy()), a | {5: 6}, {5: 6} | a, type({5: 6} | a), OrderedDict.fromkeys('ab', 0), a.__reduce__()[:2]); a |= {7: 8}; print(a); t(lambda: a | 5); t(lambda: a < b)
def mut1():
    o = OrderedDict.fromkeys('abc')
    for k in o: o['x' + k] = 1
def mut2():
    o = OrderedDict.fromkeys('abc')
    for k in o: o.move_to_end(k)
def mut3():
    o = OrderedDict.fromkeys('abc')
    for k in o: o[k] = 1
    return o
t(mut1); t(mut2); t(mut3)
class OD(OrderedDict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
print(OD(a=1), OD([(1, 2)]), type(OD(a=1).copy())); o.attr = 5; print(o.attr, vars(o)); o['self'] = o; print(o); o.clear(); print(o, type(iter(a)), type(a.keys()))
lru = OrderedDict()
for i in range(100):
    lru[i % 7] = i
    lru.move_to_end(i % 7)
    if len(lru) > 5: lru.popitem(last=False)
for i in range(30): lru.move_to_end(next(iter(lru)))
for i in range(8): lru.move_to_end(next(reversed(lru)), last=False)
print(lru, list(reversed(lru)))
# Counter etc.
c = Counter('abracadabra'); print(c, c.most_common(2), c['z'], c + Counter('abc'), c - Counter('aaa'), c & Counter('ab'), sorted(c.elements()), c.total()); c.update('zz'); c.subtract('a'); print(c)
c = Counter({1: 2.5}); c.update([1, 1]); print(c); c = Counter([True, 1, 1.0]); print(c)
P = namedtuple('P', 'x y'); p = P(1, 2); print(p, p.x, p._replace(x=5), P._fields, p._asdict(), P.x.__doc__, P.x); t(P, 1); t(lambda: setattr(p, 'x', 1)); t(lambda: delattr(p, 'x')); t(lambda: P.x.__get__(5)); t(namedtuple, 'A', 'a a')
cm = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(cm, cm['b'], list(cm), len(cm)); print(UserList([1, 2]), UserDict(a=1), UserString('ab'))
