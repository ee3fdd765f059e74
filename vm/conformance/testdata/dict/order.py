# Insertion order through deletion, reinsertion, update and growth
d = {}
for k in "zyxw": d[k] = 1
print(d)
del d["y"]
d["y"] = 2
d["z"] = 3
print(d, list(d.items()))
d.pop("x")
d.update(x=5, w=6)
print(list(d), d.popitem(), list(d))
d = {i: i for i in range(10)}
for i in range(0, 10, 2): del d[i]
for i in range(4): d[i] = "new"
print(d)
d = {}
for i in range(1000): d[i] = i
for i in range(990): del d[i]
d["last"] = 0
print(list(d))
for i in range(100): d[f"k{i}"] = i
for i in range(99): d.pop(f"k{i}")
print(list(d), d.popitem(), next(iter(d)), next(reversed(d)))
while d:
    k = next(iter(d))
    del d[k]
    if len(d) < 3: break
print(d)
a, b = {"x": 1, "y": 2}, {"y": 3, "x": 4}
print({**a, **b}, a | b, b | a, {**{"y": 0}, **a}, a == {"y": 2, "x": 1}, list(a) == list(b))
a |= {"w": 1}
print(a, dict(b, z=1, x=0), dict.fromkeys("cab"), {k: v for k, v in sorted(b.items())}, {1: "a", 1.0: "b", True: "c"}, {"a": 1, "b": 2, "a": 3})
lru = {}
for k in "abcabd":
    lru.pop(k, None)
    lru[k] = 1
    if len(lru) > 3: del lru[next(iter(lru))]
print(lru)
from collections import OrderedDict
o = OrderedDict.fromkeys("abcd")
o.move_to_end("a")
o.move_to_end("d", last=False)
print(o, list(o), o.popitem(), o.popitem(last=False), list(reversed(o)), o == OrderedDict([("b", None), ("c", None)]), o == OrderedDict([("c", None), ("b", None)]), o == {"c": None, "b": None}, o | {"z": 1})
try: o.move_to_end("zz")
except KeyError as e: print(repr(e))
try: OrderedDict().popitem()
except KeyError as e: print(e)
