# set and frozenset: operations, methods, comparisons, errors
def s(x): return sorted(x, key=repr)
a, b = {1, 2, 3}, {3, 4}
print(s(a | b), s(a & b), s(a - b), s(a ^ b), s(a.union([5], (6,))), s(a.intersection([2, 3], {3})), s(a.difference([1], [2])), s(a.symmetric_difference([3, 9])), a.union(), s(a.union("xy")), a.issubset([1, 2, 3, 4]), a.issuperset([1]), a.isdisjoint([7]), a <= {1, 2, 3}, a < {1, 2, 3}, a >= {1}, a > a, a == {3, 2, 1}, a != b, a == frozenset(a), {1} < {1, 2}, {1} <= {2}, {1} < {2}, {1} > {2}, set() <= set())
a.add(9)
a.discard(100)
a.remove(9)
a.update([7], {8})
a.intersection_update([1, 2, 7, 8])
a.difference_update([7])
a.symmetric_difference_update([8, 10])
print(s(a), len(a), 1 in a, bool(set()), {5}.pop(), a.copy() == a, a.clear(), a, set(), frozenset(), {1}, frozenset([1]), set("aab") == {"a", "b"}, frozenset("a"), {1, 1.0, True}, len({0, False, 0.0}), set(range(3)), set({"k": 1}))
x = {1, 2}
y = x
x |= {3}
x &= {1, 3}
x -= {1}
x ^= {3, 4}
print(x, x is y)
f = frozenset([1])
g = f
f |= {2}
print(s(f), s(g), type(f | {1}).__name__, type({1} | frozenset()).__name__, hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): "v"}[frozenset([1])], {1} in [frozenset([1])], frozenset([1]) in {frozenset([1])}, {1} in {frozenset([1])}, f.copy() is f, frozenset(f) is f)
def attempt(fn, *v):
    try: print(fn(*v))
    except Exception as e: print(type(e).__name__, e)
a = {1}
attempt(a.remove, 5)
attempt(a.remove, [])
attempt(a.remove, "x")
attempt(set().pop)
attempt(a.add, [])
attempt(a.add, {1})
attempt(a.add)
attempt(a.discard, {})
attempt(lambda: [] in a)
attempt(a.update, 5)
attempt(a.update, [[]])
attempt(a.union, 5)
attempt(lambda: a | [1])
attempt(lambda: [1] | a)
attempt(lambda: a + a)
attempt(lambda: a < [1])
attempt(lambda: a < 5)
attempt(lambda: a == [1])
attempt(lambda: hash(a))
attempt(lambda: {a: 1})
attempt(lambda: {a})
attempt(lambda: a[0])
attempt(set, 5)
attempt(set, 1, 2)
attempt(set, [[]])
attempt(frozenset, 5)
attempt(lambda: frozenset([1]).add(2))
attempt(lambda: set(iterable=[1]))
attempt(lambda: a.issubset(5))
attempt(lambda: a.__or__(5))
attempt(lambda: a.__ior__([1]))
def iop():
    q = {1}
    q |= [1]
attempt(iop)
attempt(lambda: a.isdisjoint(5))
attempt(lambda: a.intersection([[]]))
attempt(lambda: a.difference([[]]))
attempt(lambda: a.foo)
class S(set): pass
class F(frozenset): pass
print(S([1]), F([2]), type(S([1]) | {2}).__name__, type({1} | S()).__name__, type(F() | {1}).__name__, S([1]) == {1}, type(S([1]).copy()).__name__, repr(S()), repr(F()))
