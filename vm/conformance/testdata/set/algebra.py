# Set algebra on larger sets, frozensets as elements, iteration results as counts
evens = set(range(0, 1000, 2))
threes = set(range(0, 1000, 3))
print(len(evens & threes), len(evens | threes), len(evens - threes), len(evens ^ threes), evens & threes == set(range(0, 1000, 6)), (evens | threes) - (evens & threes) == evens ^ threes, evens.isdisjoint(range(1, 1000, 2)), evens <= set(range(1000)), sum(evens), min(threes), max(evens), len(evens.intersection(threes, range(100))))
def powerset(items):
    out = {frozenset()}
    for x in items: out |= {s | {x} for s in out}
    return out
p = powerset("abcd")
print(len(p), frozenset("ab") in p, frozenset("abz") in p, sorted("".join(sorted(s)) for s in p), sorted(map(len, p)))
words = "the cat sat on the mat the end".split()
seen, dup = set(), set()
for w in words: (dup if w in seen else seen).add(w)
print(sorted(seen), sorted(dup), len(set(words)), sorted(set("hello") & set("world")), sorted(set("abc") ^ set("bcd")))
g = {1: {2, 3}, 2: {4}, 3: {4}, 4: set()}
def reach(n, acc=None):
    acc = acc if acc is not None else set()
    for m in g[n] - acc:
        acc.add(m)
        reach(m, acc)
    return acc
print(sorted(reach(1)), sorted(reach(4)))
s = set()
for i in range(2000): s.add(i * 7919 % 1009)
for i in range(0, 2000, 3): s.discard(i)
print(len(s), sum(s), 5 in s, 3 in s)
while len(s) > 10: s.pop()
print(len(s))
a = {(1, 2), "x", None, 1.5, True, b"b", frozenset()}
print(len(a), 1 in a, (1, 2) in a, None in a, frozenset() in a, set() in a, 2 in a)
t = {*a, *[1, 2], *"xy"}
print(len(t), {*()} == set(), {*range(3)}, set().union(*[[1], [2]]), set.union({1}, {2}), set.intersection({1, 2}, {2}), frozenset.union(frozenset([1]), [2]))
x = {3, 1, 2}
print(sorted(x), sum(x), {i for i in x if i > 1} == {2, 3}, any(i > 2 for i in x), dict.fromkeys(sorted(x)), list(map(str, sorted(x))), [*sorted(x)], x.__len__(), x.__contains__(1), x.__and__({1}), x.__rsub__({9}), x.__le__({1}), x.__xor__({1, 2, 3}), x.__eq__({1}), x.__ne__({1}), x.__iter__().__length_hint__())
