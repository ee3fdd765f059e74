# set and frozenset: methods, operators, order of ints
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, '|', e)
s = {1, 2, 3}
t(lambda: s.remove(9)); t(lambda: s.remove([])); t(lambda: s.add([])); t(lambda: set().pop()); t(lambda: s.discard([])); t(lambda: s.discard({1})); t(lambda: s.remove({1})); t(lambda: {1} in s); t(lambda: [] in s); t(lambda: {1} in {frozenset({1})}); t(set, 5); t(set, 1, 2); t(lambda: set(x=1)); t(frozenset, 5); t(lambda: frozenset(x=1)); t(frozenset, 1, 2)
t(lambda: s | [1]); t(lambda: s & 'a'); t(lambda: s - 1); t(lambda: s ^ None); t(lambda: s < [1]); t(lambda: s == [1]); t(lambda: s | frozenset([9])); t(lambda: frozenset([9]) | s); t(hash, s); t(hash, frozenset()); t(hash, frozenset([1, 2, 3])); t(lambda: s.union([7], (8,))); t(lambda: s.intersection([1, 2], [2])); t(lambda: s.difference([1], [2])); t(lambda: s.symmetric_difference([1, 9])); t(lambda: s.union(5)); t(lambda: s.intersection(5)); t(lambda: s.intersection()); t(lambda: s.union()); t(lambda: s.difference()); t(lambda: s.symmetric_difference()); t(lambda: s.issubset([1, 2, 3, 4])); t(lambda: s.issuperset([1])); t(lambda: s.isdisjoint([9])); t(lambda: s.isdisjoint(5)); t(lambda: s.issubset(5)); t(lambda: s.issuperset([[]]))
def iop(a, op, b):
    if op == '|': a |= b
    if op == '&': a &= b
    if op == '-': a -= b
    if op == '^': a ^= b
    return a
for op in '|&-^':
    t(iop, {1, 2}, op, {2, 3}); t(iop, {1, 2}, op, [2, 3]); t(iop, frozenset({1, 2}), op, {2, 3})
x = {1, 2}; x.update([3], (4,)); x.intersection_update([1, 3, 4], [3, 4]); print(x); x.difference_update([3]); print(x); x.symmetric_difference_update([4, 5]); print(x); x.clear(); print(x, len(x), bool(x))
print(set('a'), frozenset(), frozenset([1]), {frozenset()}, set([(1, 2)]), {1, 1.0, True}, {0, False})
class S(set): pass
class F(frozenset): pass
a = S([1]); b = F([1]); print(a, b, S(), F(), type(a | a), type(b | b), type(a.copy()), type(b.copy()), a == b, hash(b) == hash(frozenset([1])), type(a.union([2]))); a.z = 1; print(a.z)
f = frozenset([1]); print(f.copy() is f, frozenset(f) is f, F(f) is f, set(f) is f)
print({1, 2} < {1, 2, 3}, {1} <= {1}, {1} < {1}, {1, 2} > {1}, {1} >= {2}, {1, 2} == {2, 1}, {1} != {2}, set() == frozenset())
def it1():
    s = {1, 2, 3}
    for i in s: s.add(i + 10)
def it2():
    s = {1, 2, 3}
    for i in s: s.discard(i)
t(it1); t(it2)
print(list({5, 3, 1}), list(set(range(10, 0, -1))), list({100, 50, 7, 33, 64}), {i * i for i in range(12)}, list({-1, -2, -3}), sorted({'b', 'a'}))
print([{3, 1, 2}.pop() for _ in range(2)]); q = set(range(20)); print([q.pop() for _ in range(5)], q)
n = set(range(70000)); n -= set(range(69990)); print(n)
w = set(range(100)); [w.discard(i) for i in range(95)]; print(w, w | {200}, w & {96, 1000}, w ^ {97, 3})
print({1.5, 2.5, 1}, {2**70, 1, 2**65}, {(1, 2), (3, 4)} == {(3, 4), (1, 2)}, {None} == {None})
s2 = {1}; print(s2.__reduce__(), frozenset([2]).__reduce__(), F([3]).__reduce__()); it = iter({1, 2}); next(it); print(it.__length_hint__(), it.__reduce__(), type(it))
class E:
    def __init__(self, v): self.v = v
    def __hash__(self): return 7
    def __eq__(self, o): return isinstance(o, E) and self.v == o.v
    def __repr__(self): return f'E{self.v}'
print({E(1), E(2), E(1)}, E(2) in {E(1), E(2)}, {E(1), 7} , len({E(i % 3) for i in range(9)}))
class Bad:
    def __hash__(self): return 1
    def __eq__(self, o): raise ValueError('eq')
t(lambda: Bad() in {1}); t(lambda: {Bad(), 1})
print(set.__doc__.split('\n')[0], set[int], s.__contains__(1), set.__or__(s, 5), s.__sub__({1}), s.__ror__({7}), s.__rsub__({1, 9}), s.__and__({1}))
t(lambda: set.add(5, 1)); t(lambda: s.add()); t(lambda: s.add(1, 2)); t(lambda: s.pop(1)); t(lambda: setattr(s, 'a', 1)); t(lambda: s[0]); t(lambda: frozenset([1]).add(1))
r = set(); fr = frozenset([1]); r.add(fr); print(r, {1} in r); r.remove({1}); print(r); t(lambda: r.remove({5}))
print(set().union({1: 2}, 'ab') >= {1}, set({3: 1, 1: 2}), {1, 2} - {2: 1}.keys(), set([1, 2]) & {2: 5}.keys())
