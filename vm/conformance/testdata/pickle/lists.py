# Batches of 1000, one item without a MARK.
import pickle, pickletools
def shape(data):
    return [(op.name, pos) for op, arg, pos in pickletools.genops(data) if op.name in ('MARK', 'APPEND', 'APPENDS', 'EMPTY_LIST', 'LIST', 'STOP')]
for n in (0, 1, 2, 999, 1000, 1001, 1999, 2000, 2001, 3500):
    for proto in (1, 2, 4):
        data = pickle.dumps(list(range(n)), proto)
        print(n, proto, len(data), shape(data), pickle.loads(data) == list(range(n)))
print(len(shape(pickle.dumps(list(range(1500)), 0))))
class L(list):
    pass
for n in (0, 1, 2, 1000, 1001, 2001):
    for proto in (0, 1, 2, 4):
        data = pickle.dumps(L(range(n)), proto)
        s = shape(data)
        print(n, proto, len(data), len(s), s[:6], pickle.loads(data) == L(range(n)))
print(pickle.dumps([[], [1], [1, 2], [[]], [[1], ['a', 'b']]]))
