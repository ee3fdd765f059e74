import pickle
for s in (set(), {1}, {1, 2, 3}, frozenset(), frozenset([2]), frozenset([4, 5])):
    for proto in range(6):
        data = pickle.dumps(s, proto)
        back = pickle.loads(data)
        print(s, proto, data, back == s, type(back) is type(s))
for n in (999, 1000, 1001, 2500):
    for kind in (set, frozenset):
        data = pickle.dumps(kind(range(n)))
        print(kind.__name__, n, len(data), pickle.loads(data) == kind(range(n)))
class S(set):
    pass
class F(frozenset):
    pass
for s in (S([1, 2]), F([3])):
    s.note = 'n'
    for proto in range(6):
        data = pickle.dumps(s, proto)
        back = pickle.loads(data)
        print(proto, data, back == s, type(back).__name__, back.note)
# a frozenset that contains itself by a detour
class Node:
    pass
for proto in range(6):
    n = Node()
    fs = frozenset([n])
    n.fs = fs
    data = pickle.dumps(fs, proto)
    back = pickle.loads(data)
    print(proto, data, next(iter(back)).fs == back)
