# Dicts in loops: counters, nested defaults, deletion while copying keys, tuple keys, large growth
text = "the quick brown the lazy dog the end quick"
c = {}
for w in text.split(): c[w] = c.get(w, 0) + 1
print(c, sorted(c, key=c.get, reverse=True)[:2], max(c.values()))
tree = {}
for path in ("a/b/c", "a/b/d", "a/e", "f"):
    node = tree
    for part in path.split("/"): node = node.setdefault(part, {})
print(tree)
grid = {(x, y): x * y for x in range(3) for y in range(3)}
for k in [k for k in grid if sum(k) > 3]: del grid[k]
print(len(grid), grid[2, 1], (2, 2) in grid)
d = {}
for i in range(1000): d[i * i % 101] = i
print(len(d), d[0], d[100], sum(d))
for k in list(d):
    if k % 2: d.pop(k)
print(len(d), min(d), max(d))
inv = {}
for k, v in {"a": 1, "b": 2, "c": 1}.items(): inv.setdefault(v, []).append(k)
print(inv)
memo = {}
def fib(n):
    if n < 2: return n
    if n not in memo: memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]
print(fib(90), len(memo))
a = {"x": {"y": [1, 2]}}
a["x"]["y"][0] += 10
a["x"]["z"] = a["x"].pop("y")
print(a)
s = {}
s[1], s["1"], s[1.5], s[(1,)], s[None] = "int", "str", "float", "tuple", "none"
print(s, len(s), s[1.0], 2 in s)
e = dict.fromkeys(range(5))
while e:
    k, v = e.popitem()
    if k == 2: break
print(e)
items = sorted({"b": 2, "a": 3}.items(), key=lambda kv: kv[1])
print(items, dict(items), [k for k, _ in items], {v: k for k, v in items})
m = {"a": 1}
for k in m: m[k] = 5
m.update(a=6, b=7)
m |= {"c": 8}
print(m, {**m, "a": 0}, m | {"z": 9}, dict(m, y=1), {k: v for k, v in m.items() if v > 6})
