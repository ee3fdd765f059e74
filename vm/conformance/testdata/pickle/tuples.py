import pickle
def tup(*a): return a
for t in (tup(), tup(1), tup(1, 2), tup(1, 2, 3), tup(1, 2, 3, 4), tup(tup()), tup(tup(1), tup(2, [3])), tuple(range(20))):
    for proto in range(6):
        data = pickle.dumps(t, proto)
        print(t, proto, data, pickle.loads(data) == t)
shared = tup(1, [2])
for proto in range(6):
    print(proto, pickle.dumps([shared, shared], proto))
# tuples that contain themselves
for n in range(1, 6):
    inner = []
    t = tuple([inner] + [0] * (n - 1))
    inner.append(t)
    for proto in range(6):
        data = pickle.dumps(t, proto)
        back = pickle.loads(data)
        print(n, proto, data, back[0][0] is back)
