# Every beginning of a pickle is an error, and none loses the right one.
import pickle, collections, io
class C:
    def __init__(self): self.a, self.b = [1, 2.5], {'k': ('v', None)}
v = [C(), {1, 2}, frozenset([3]), 'text' * 3, b'bytes', bytearray(b'ba'), 10**30, (), (1,), (1, 2, 3, 4), C, len, True, 'é', range(3), collections.OrderedDict(a=1)]
for proto in range(6):
    data = pickle.dumps(v, proto)
    seen = collections.Counter()
    for n in range(len(data)):
        for load in (pickle.loads, lambda d: pickle.load(io.BytesIO(d))):
            try:
                load(data[:n])
                seen['loaded'] += 1
            except Exception as e:
                seen[type(e).__name__, str(e)] += 1
    for key in sorted(seen):
        print(proto, key, seen[key])
