# Grouping, counting, inverting and merging with plain dicts and collections
from collections import defaultdict, Counter
words = "apple avocado bean banana blueberry cherry".split()
by = {}
for w in words: by.setdefault(w[0], []).append(w)
dd = defaultdict(list)
for w in words: dd[w[0]].append(w)
print(by, by == dd, dict(dd) == by, Counter(w[0] for w in words), Counter(map(len, words)).most_common(1))
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
t["a"]["d"] = 2
def plain(x): return {k: plain(v) for k, v in x.items()} if isinstance(x, dict) else x
print(plain(t))
merged = {k: by.get(k, []) + [k.upper()] for k in "abz"}
print(merged, {v: k for k, vs in by.items() for v in vs}, sum((len(v) for v in by.values()), 0), max(by, key=lambda k: len(by[k])))
nums = defaultdict(int)
for n in [3, 1, 3, 2, 3]: nums[n] += 1
print(sorted(nums.items(), key=lambda kv: (-kv[1], kv[0])), nums[99], 99 in nums)
