# Sorting as programs do it
people = [("Bob", 25), ("alice", 30), ("Cy", 25)]
print(sorted(people), sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: (-p[1], p[0].lower())), sorted(people, key=lambda p: p[0].lower(), reverse=True), max(people, key=lambda p: p[1]), min(people))
l = [3, 1, 2]
print(l.sort(), l, sorted("banana"), sorted({"b": 1, "a": 2}), sorted([True, 2, 0.5]), sorted(["b2", "a10", "a9"], key=lambda s: (s[0], int(s[1:]))), list(reversed(l)))
d = {"x": 3, "y": 1, "z": 2}
print(sorted(d, key=d.get), sorted(d.items(), key=lambda kv: -kv[1]), dict(sorted(d.items(), key=lambda kv: kv[1])))
words = "the quick brown fox".split()
words.sort(key=len)
print(words, sorted(words, key=lambda w: w[::-1]), [w for _, w in sorted((len(w), w) for w in words)])
try: sorted([1, "a", None])
except TypeError as e: print(e)
from functools import cmp_to_key
from operator import itemgetter
print(sorted(people, key=itemgetter(1, 0)), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
