# list: every method, slices, errors and their messages
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, '|', e)

l = [3, 1, 2]
t(lambda: l.pop(10)); t(lambda: [].pop()); t(lambda: l.pop('a')); t(lambda: l.pop(2**70))
t(lambda: l.remove(99)); t(lambda: l.index(99)); t(lambda: l.index(1, 5)); t(lambda: l.index(1, -10, 10)); t(lambda: l.index('x', 'y'))
t(lambda: l.insert()); t(lambda: l.insert('a', 1)); t(lambda: l.append()); t(lambda: l.append(1, 2)); t(lambda: l.append(x=1))
t(lambda: l.extend(5)); t(lambda: l.extend()); t(lambda: list(5)); t(lambda: list(1, 2)); t(lambda: list(iterable=3)); t(lambda: list('abc'))
t(lambda: l + (1,)); t(lambda: l * 'a'); t(lambda: l * 1.5); t(lambda: 2 * l); t(lambda: l * -1); t(lambda: True * l); t(lambda: [0] * 10**13); t(lambda: [0] * 10**30); t(lambda: [] * 10**15)
t(lambda: l['a']); t(lambda: l[1.0]); t(lambda: l[None]); t(lambda: l[10]); t(lambda: l[-10]); t(lambda: l[2**70]); t(lambda: l[True]); t(lambda: l['a':]); t(lambda: l[::0]); t(lambda: l[::2**70]); t(lambda: l[2**70:]); t(lambda: l[-2**70:2**70:-1])
def setitem(l, i, v): l[i] = v
def delitem(l, i): del l[i]
def iadd(l, v): l += v; return l
def imul(l, v): l *= v; return l
t(setitem, l, 10, 1); t(setitem, l, 'a', 1); t(delitem, l, 10); t(delitem, l, 'a')
t(setitem, [1,2,3,4], slice(None, None, 2), [1, 2, 3]); t(setitem, [1,2,3,4], slice(None, None, 2), 5); t(setitem, [1, 2], slice(0, 1), 5); t(setitem, [1,2], slice(0,1), 'abc')
t(iadd, [1], 5); t(iadd, [1], (2,)); t(iadd, [1], {'a': 1}); t(iadd, [1], 'xy'); t(imul, [1, 2], 3); t(imul, [1, 2], 0); t(imul, [1], 'a')
t(lambda: l.sort(1)); t(lambda: l.sort(kay=1)); t(lambda: l.sort(reverse='a')); t(lambda: ['a', 1].sort()); t(lambda: [1, 'a'].sort()); t(lambda: [1, None].sort(key=lambda x: x)); t(lambda: [3, 1, 2].sort(reverse=1)); t(lambda: [2, 1].sort(key=5))
t(lambda: sorted()); t(lambda: sorted(1)); t(lambda: sorted([1], 2)); t(lambda: sorted([3, 1], reverse=True)); t(lambda: sorted(['b', 'A'], key=str.lower)); t(lambda: sorted([1], foo=1)); t(lambda: sorted({3: 1, 1: 2}))
t(hash, l); t(lambda: l < 5); t(lambda: [1, 2] < [1, 3]); t(lambda: [1, 2] < [1, 'a']); t(lambda: [1] == (1,)); t(lambda: [1, 2] <= [1, 2]); t(lambda: [[1]] > [[0, 5]]); t(lambda: [] < [1])
x = [1, 2, 3]; x[1:1] = [8, 9]; print(x); x[:] = x; print(x); x[::2] = x[1::2] + [0]; print(x); x[5:2] = [7]; print(x); del x[::2]; print(x); del x[::-1]; print(x)
x = list(range(10)); del x[1:8:3]; print(x); x[-3:] = []; print(x); x[1:2] = x; print(x); x[100:] = 'ab'; print(x)
x.insert(-100, 'first'); x.insert(100, 'last'); x.insert(-1, 'pre'); print(x)
x = [1]; x.append(x); print(x); print(x == x); t(lambda: x < x)
y = [1]; y.append(y)
t(lambda: x == y)
print(list(reversed([1, 2, 3])), [1, 2].__iter__().__length_hint__())
def k(x):
    lst.append(1)
    return x
lst = [3, 2, 1]
t(lambda: lst.sort(key=k)); print(lst)
class C:
    def __lt__(self, o): return NotImplemented
    def __repr__(self): return 'C'
t(lambda: [C(), C()].sort())
class L(list): pass
a = L([1, 2]); print(a, a + [3], type(a + a), type(a[:]), type(a * 2), type(a.copy()), a == [1, 2]); a.z = 5; print(a.z)
print(list.__doc__.split('\n')[0]); print([].__class__, list.__name__)
print([1, 2, 3].count(True), [1.0, 1].index(1))
n = float('nan'); print([n] == [n], n in [n])
it = iter([1, 2, 3]); next(it); print(it.__reduce__()); it.__setstate__(0); print(list(it), list(it)); print(it.__reduce__())
it = reversed([1, 2, 3]); next(it); print(it.__reduce__(), it.__length_hint__())
for op in ('__add__', '__mul__', '__rmul__', '__iadd__', '__imul__', '__contains__', '__radd__', '__hash__', '__class_getitem__'): print(op, hasattr(list, op))
print(list[int], list[int]([1]))
z = [1, 2, 3]
for q in z:
    if q < 10: z.append(q + 10)
print(z)
print(sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted([2.5, 1, True]), sorted([[2], [1, 5]]), sorted([(2, None), (1, None)]))
t(lambda: sorted([(1, None), (1, 2)]))
data = [(i * 7919 % 101, i) for i in range(200)]
print(sorted(data, key=lambda p: p[0] % 10) == sorted(data, key=lambda p: (p[0] % 10, p[1])), sorted(data, key=lambda p: -p[0])[:5], sorted(data, reverse=True)[:3])
from functools import cmp_to_key
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
print(max([], default=3), [*range(3), *'ab'], [None] * 3)
t(lambda: list.append(5, 1)); t(lambda: list.append()); t(lambda: list.__len__(3)); t(list.__new__); t(list.__new__, int)
