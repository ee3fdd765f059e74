import pickle, pickletools
def shape(data):
    return [(op.name, pos) for op, arg, pos in pickletools.genops(data) if op.name in ('MARK', 'SETITEM', 'SETITEMS', 'EMPTY_DICT', 'DICT', 'STOP')]
for n in (0, 1, 2, 999, 1000, 1001, 2000, 2500):
    d = {i: -i for i in range(n)}
    for proto in (1, 2, 4):
        data = pickle.dumps(d, proto)
        back = pickle.loads(data)
        print(n, proto, len(data), shape(data), back == d, list(back) == list(d))
class D(dict):
    pass
for n in (0, 1, 2, 1000, 1001, 2001):
    for proto in (0, 1, 2, 4):
        data = pickle.dumps(D((i, i) for i in range(n)), proto)
        s = shape(data)
        print(n, proto, len(data), len(s), s[:6], pickle.loads(data) == D((i, i) for i in range(n)))
print(pickle.dumps({'a': {}, 'b': {'c': [1, {2: (3,)}]}, None: True, 1.5: b'x'}))
for proto in range(6):
    print(pickle.dumps({'k': 1, 2: 'v'}, proto))
