# list.sort and sorted: stability, key, reverse, errors, mutation during sort
print(sorted([3, 1, 2]), sorted("hello"), sorted([3, 1, 2], reverse=True), sorted(["b", "A", "a", "B"]), sorted(["b", "A", "a", "B"], key=str.lower), sorted([(1, "b"), (0, "z"), (1, "a")]), sorted({3: 0, 1: 0}), sorted([True, 0, 2, False]), sorted([1.5, 1, -1, 0.5]), sorted([[2], [1, 5], [1]]), sorted([]), sorted((x for x in "cab"), key=None))
recs = [("a", 3), ("b", 1), ("c", 3), ("d", 2), ("e", 1)]
print(sorted(recs, key=lambda r: r[1]), sorted(recs, key=lambda r: r[1], reverse=True), sorted(recs, key=lambda r: (-r[1], r[0])))
l = [5, 2, 9, 1]
print(l.sort(), l, l.sort(reverse=True), l, l.sort(key=lambda x: abs(x - 4)), l)
def attempt(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
attempt(sorted, [1, "a"])
attempt(sorted, ["a", 1])
attempt(sorted, [None, 1])
attempt(sorted, [1, 2j])
attempt(sorted, [{}, {}])
attempt(sorted, [1, [2]])
attempt(sorted, 5)
attempt(sorted)
attempt(sorted, [1], lambda x: x)
attempt(sorted, [1], key=5)
attempt(sorted, [1], reverse="x")
attempt(sorted, [1], reverse=None)
attempt(sorted, [1], cmp=1)
attempt(sorted, [1, 2], key=lambda: 0)
attempt(sorted, [2, 1], key=lambda x: 1 / 0)
attempt([1].sort, None)
attempt(sorted, iterable=[1])
l = [3, 1, "x", 2]
try: l.sort()
except TypeError as e: print(e, sorted(map(str, l)))
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f"K{self.v}"
print(sorted([K(3), K(1), K(2)]), sorted([K(1), K(3)], reverse=True), max([K(1), K(5)], key=lambda k: k.v), sorted([K(i % 3) for i in range(6)]))
class G:
    def __init__(self, v): self.v = v
    def __gt__(self, o): return self.v > o.v
    def __repr__(self): return f"G{self.v}"
print(sorted([G(3), G(1), G(2)]))
l = [3, 2, 1]
def mutate(x):
    l.append(x)
    return x
attempt(l.sort, key=mutate)
print(len(l) >= 3)
seen = []
def peek(x):
    seen.append(list(l))
    return x
l = [2, 1]
l.sort(key=peek)
print(seen, l)
from functools import cmp_to_key
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), sorted("bca", key=ord, reverse=True))
import random
r = random.Random(1)
big = [r.randrange(1000) for _ in range(5000)]
s = sorted(big)
print(all(a <= b for a, b in zip(s, s[1:])), sorted(big, reverse=True) == s[::-1], sorted(big, key=lambda x: x % 10) == sorted(big, key=lambda x: x % 10), [x for x in sorted(enumerate(big), key=lambda p: p[1])][:3], sorted(map(str, big))[:3], sorted([float(b) for b in big])[:2], sorted(s) == s, sorted(s[::-1]) == s)
nan = float("nan")
print(len(sorted([3, nan, 1])), sorted([(1, nan), (1, 2)]) != None, sorted([2**70, 1, -2**70, 1.5]), sorted(["é", "z", "中", "a"]))
