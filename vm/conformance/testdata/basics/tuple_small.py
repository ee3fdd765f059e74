# Tuples as records, keys, results and in sorting
p = ("ann", 30)
name, age = p
print(p[0], name, age, len(p), p + ("x",), p * 2, p == ("ann", 30), p < ("bob", 1), (1,), (), tuple("ab"), p.index(30), p.count("ann"))
pts = {(0, 0): "origin", (1, 0): "east"}
print(pts[0, 0], (1, 0) in pts, [k for k in pts if k[0]], max(pts))
def minmax(l): return min(l), max(l)
lo, hi = minmax([3, 1, 2])
print(lo, hi, minmax("hello"), sorted([(2, "b"), (1, "z"), (2, "a")]), [*p], dict([p]), hash((1, 2)) == hash((1, 2)))
try: p[0] = "x"
except TypeError as e: print(e)
t = ([1], 2)
t[0].append(5)
print(t)
