# keys/values/items views: live, set operations, comparison, errors
d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, 1 in v, ("a", 1) in i, ("a", 2) in i, "a" in i, list(reversed(k)), list(reversed(v)), list(reversed(i)))
d["c"] = 3
print(k, v, i, len(v), k.mapping, type(k).__name__, type(v).__name__, type(i).__name__, k.mapping == d)
s = sorted
print(s(k & {"a", "z"}), s(k | {"z"}), s(k - {"a"}), s(k ^ {"a", "z"}), s({"a", "q"} & k), s({"q"} | k), s({"a", "q"} - k), s(k & ["a", "a"]), s(k | "xy"), s(i & {("a", 1)}), s(i - {("a", 1)}), s(i | {(0, 0)}, key=str), k == {"a", "b", "c"}, k <= {"a", "b", "c", "d"}, k < {"a"}, k >= {"a"}, k > set(), k != set(), k.isdisjoint("xyz"), k.isdisjoint("a"), i == {("a", 1), ("b", 2), ("c", 3)}, i.isdisjoint([]), type(k & k).__name__, k == d.keys(), v == d.values(), v == v, i == dict(d).items(), k == ["a", "b", "c"])
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: k[0])
attempt(lambda: v & v)
attempt(lambda: k & 5)
attempt(lambda: 5 | k)
attempt(lambda: k + k)
attempt(lambda: hash(k))
attempt(lambda: hash(i))
attempt(lambda: hash(v) != None)
attempt(lambda: k < 5)
attempt(lambda: k < ["a"])
attempt(lambda: {"x": []}.items() & {1})
attempt(lambda: {"x": []}.items() - {1})
attempt(lambda: sorted({"x": []}.items()))
attempt(lambda: [] in k)
attempt(lambda: ([], 1) in i)
attempt(lambda: k.add(1))
attempt(lambda: k.mapping.__setitem__("a", 5))
attempt(lambda: type(k)())
print({1: {2: {}}}.items(), {}.keys(), {}.values(), {}.items(), list({}.items()), dict(d.items()), set(k) == {"a", "b", "c"}, *k, [x for x, y in i if y > 1], max(v), sum(v), dict(zip(v, k)), min(i), isinstance(k, type({}.keys())))
from collections.abc import KeysView, ValuesView, ItemsView, Set
print(isinstance(k, KeysView), isinstance(v, ValuesView), isinstance(i, ItemsView), isinstance(k, Set), isinstance(v, Set))
