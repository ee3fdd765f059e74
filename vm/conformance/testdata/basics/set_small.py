# Sets as programs use them
a = {1, 2, 3}
a.add(4); a.discard(9); a.update([5, 5])
print(len(a), 3 in a, sorted(a & {3, 4, 10}), sorted(a - {1}), a >= {1, 2}, a.isdisjoint({7}))
vowels = set("aeiou")
print(sorted(set("education") & vowels), "".join(c for c in "programming" if c not in vowels), len(set("mississippi")))
seen = set()
dups = {x for x in [1, 2, 1, 3, 2] if x in seen or seen.add(x)}
print(dups, sorted(seen), {frozenset(p) for p in [(1, 2), (2, 1)]} == {frozenset({1, 2})}, set() == set([]), bool(set()))
try: {[1]}
except TypeError as e: print(e)
try: a.remove(99)
except KeyError as e: print(repr(e))
