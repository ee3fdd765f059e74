# List, set, dict comprehensions: nesting, conditions, targets, unpacking
print([x for x in range(5)], [x for x in range(10) if x % 2 if x > 3], [x if x else "zero" for x in range(2)])
print([(x, y) for x in range(3) for y in range(x)], [[y for y in range(x)] for x in range(4)])
print({x % 3 for x in range(10)} == {0, 1, 2}, {k: v for k, v in zip("abc", range(3))}, {v: k for k, v in {"a": 1}.items()})
print([a + b for a, b in [(1, 2), (3, 4)]], [first for first, *rest in ["abc", "de"]], [rest for _, *rest in ["abc", "d"]])
print([x for (x, (y, z)) in [(1, (2, 3))] for x in (x, y, z)], [i for i, in [(1,), (2,)]])
class O: pass
o, l = O(), [0]
print([o.x for o.x in range(3)], o.x, [l[0] for l[0] in "ab"], l)
print([lambda: i for i in range(3)][0](), [f(2) for f in [lambda x: x * 2, lambda x: x ** 3]])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [v for row in matrix for v in row if v % 2 == 0], sum([sum(r) for r in matrix]))
print({k: [v for v in range(k)] for k in range(3)}, {(i, j): i * j for i in range(2) for j in range(2)})
print([x for x in [1, 2, 3] if x not in [2]], [*[x for x in "ab"], *(y for y in "cd")], [x for x in [*range(2), *range(2)]])
print([s.upper() for s in "a b c".split()], [len(w) for w in ("a", "bb")], ["%d" % n for n in range(2)], [f"{n:02}" for n in range(2)])
print({**{k: 1 for k in "ab"}, "c": 2}, dict([(k, v) for k, v in enumerate("xy")]), {"a": 1 for _ in range(3)}, {1 for _ in "abc"})
print([x for x in (y for y in (z for z in range(3)))], [print(end="") for _ in range(2)], [None for _ in ()], [] == [x for x in []])
print([(yield_ := x) for x in range(2)], yield_, [x for x in range(3) if (lambda v: v > 1)(x)], [not x for x in (0, 1)], [x for x in range(5) if x < 3 and x or x == 4])
def f(n): return [g(i) for i in range(n)]
def g(i): return [i] * i
print(f(3), [x for x in (lambda: [1, 2])()], [i for i in range(3) for _ in range(2)])
d = {}
print([d.setdefault(c, len(d)) for c in "abca"], d)
print([a for a in [1, 2] for b in [a] for c in [b] for e in [c]])
