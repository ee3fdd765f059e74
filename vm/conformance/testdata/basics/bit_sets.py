# Sets as dictionaries of keys: union-find, deduplication, membership speed shapes, frozen keys
seen, out = set(), []
for x in [3, 1, 3, 2, 1]:
    if x not in seen: seen.add(x); out.append(x)
print(out, len(seen), seen >= {1, 2}, seen - {1} == {2, 3}, {frozenset((1, 2)): "pair"}[frozenset((2, 1))])
parent = {x: x for x in range(6)}
def find(x):
    while parent[x] != x: parent[x] = parent[parent[x]]; x = parent[x]
    return x
for a, b in ((0, 1), (2, 3), (1, 3)): parent[find(a)] = find(b)
print(len({find(x) for x in parent}), find(0) == find(2), find(4) == find(5))
a, b = set("abracadabra"), set("alacazam")
print(sorted(a - b), sorted(a | b), sorted(a & b), sorted(a ^ b), a.isdisjoint("xyz"), len(a), {x for x in a if x > "b"} == {"c", "d", "r"})
s = set()
s |= {1}; s &= {1, 2}; s ^= {3}; s -= {1}
print(s, bool(s), s == {3}, {1} < {1, 2}, {1, 2} <= {1, 2}, not {1} < {1})
