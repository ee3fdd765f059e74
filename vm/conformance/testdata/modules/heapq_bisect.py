# heapq and bisect
import heapq, bisect
h = []
for x in (5, 1, 8, 3, 2): heapq.heappush(h, x)
print(h, heapq.heappop(h), heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h, heapq.nsmallest(2, h), heapq.nlargest(2, h), heapq.nsmallest(10, [3, 1]), heapq.nlargest(2, "abc", key=lambda c: -ord(c)), list(heapq.merge([1, 4], [2, 3], [])), list(heapq.merge([3, 1], [2], reverse=True)), list(heapq.merge(["b"], ["A", "c"], key=str.lower)))
l = [9, 4, 7, 1]
heapq.heapify(l)
print(l, [heapq.heappop(l) for _ in range(4)])
for bad in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappush([1], "a"), lambda: heapq.heapify(5), lambda: heapq.heappush((1,), 2)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
a = [1, 3, 3, 5]
print([bisect.bisect_left(a, x) for x in (0, 1, 3, 4, 9)], [bisect.bisect_right(a, x) for x in (0, 1, 3, 4, 9)], bisect.bisect(a, 3), bisect.bisect_left(a, 3, 2), bisect.bisect(a, 3, 0, 1), bisect.bisect_left([(1, "a"), (2, "b")], 2, key=lambda t: t[0]))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
bisect.insort(a, 2, key=lambda v: v)
print(a)
for bad in (lambda: bisect.bisect([1], "a"), lambda: bisect.bisect([1], 1, -1), lambda: bisect.bisect(5, 1), lambda: bisect.insort((1,), 2)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
import random
r = random.Random(3)
xs = [r.randrange(100) for _ in range(200)]
h = []
for x in xs: heapq.heappush(h, x)
print([heapq.heappop(h) for _ in range(200)] == sorted(xs), heapq.nsmallest(5, xs) == sorted(xs)[:5], heapq.nlargest(5, xs) == sorted(xs)[::-1][:5])
