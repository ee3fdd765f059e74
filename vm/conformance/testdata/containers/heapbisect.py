# heapq and bisect
from heapq import *
import heapq
from bisect import *
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, '|', e)
h = []
for x in [5, 3, 8, 1, 9, 2, 7]: heappush(h, x)
print(h, [heappop(h) for _ in range(3)], h, heapreplace(h, 0), heappushpop(h, 100), heappushpop(h, -1), h)
l = [(i * 37) % 23 for i in range(20)]; heapify(l); print(l); print(sorted(l) == [heappop(l) for _ in range(20)])
t(heappop, []); t(heapreplace, [], 1); t(heappushpop, [], 1); t(heappush, 5, 1); t(heapify, (1,)); t(heappop, 5); t(heappush, [1], 'a'); t(heappush, []); t(heapify)
print(nsmallest(3, [5, 1, 4, 2]), nlargest(3, [5, 1, 4, 2]), nsmallest(2, ['bb', 'a', 'cc', 'd'], key=len), nlargest(2, ['bb', 'a', 'cc', 'd'], key=len), nsmallest(0, [1]), nlargest(-1, [1]), nsmallest(10, [2, 1]), nlargest(1, []), nlargest(1, [3, 5, 2]), nsmallest(1, iter('cab')))
t(nsmallest, 2, 5); t(nsmallest, 'a', [1]); t(nlargest, 2, [1, 'a'])
data = [(i * 7919 % 13, i) for i in range(60)]
print(nsmallest(7, data, key=lambda p: p[0]) == sorted(data, key=lambda p: p[0])[:7], nlargest(7, data, key=lambda p: p[0]) == sorted(data, key=lambda p: p[0], reverse=True)[:7])
print(list(merge([1, 4, 7], [2, 5], [3])), list(merge()), list(merge([1])), list(merge('acx', 'bd', key=str.upper)), list(merge([3, 1], [4, 2], reverse=True)), list(merge([(1, 'a')], [(1, 'b')], key=lambda p: p[0])))
t(lambda: list(merge([1], ['a']))); t(lambda: list(merge(5)))
class T:
    def __init__(self, p, n): self.p, self.n = p, n
    def __lt__(self, o): return self.p < o.p
    def __repr__(self): return f'T{self.p}{self.n}'
h = []
for i, p in enumerate([3, 1, 3, 2, 1, 2]): heappush(h, T(p, 'abcdef'[i]))
print(h, [heappop(h) for _ in range(6)])
m = [1, 5, 3]; heapq._heapify_max(m); print(m, heapq._heappop_max(m), m, heapq._heapreplace_max(m, 0), m); print(sorted(heapq.__all__))
a = [1, 3, 3, 5]
print(bisect(a, 3), bisect_left(a, 3), bisect_right(a, 3), bisect(a, 0), bisect(a, 9), bisect(a, 3, 0, 2), bisect_left(a, 3, 2), bisect_left([('a', 1), ('b', 2)], 2, key=lambda p: p[1]), bisect(a, x=3, lo=1, hi=3))
insort(a, 4); insort_left(a, 3.0); insort_right(a, 3.0); print(a); b = ['a', 'BB', 'ccc']; insort(b, 'DD', key=len); print(b); insort_left(b, 'ee', key=len); print(b)
t(bisect, a, 'x'); t(bisect, a, 1, -1); t(bisect, 5, 1); t(bisect, a); t(bisect, a, 1, 'a'); t(bisect, a, 1, 0, None); t(bisect, a, 1, 0, 100); t(bisect, a, 1, 0, 'a'); t(insort, (1,), 2); t(bisect_left, a, 1, key=5)
class LL(list):
    def insert(self, i, x): print('insert', i, x); super().insert(i, x)
z = LL([1, 2]); insort(z, 1.5); print(z); print(bisect(range(10), 4), bisect('abc', 'b'))
