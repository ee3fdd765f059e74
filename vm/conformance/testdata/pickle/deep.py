# Depth is bounded by the recursion limit, and never costs more than memory.
import pickle, sys
def nest(n, f):
    x = None
    for _ in range(n):
        x = f(x)
    return x
class C:
    def __init__(self, x): self.x = x
class R:
    def __init__(self, x): self.x = x
    def __reduce__(self): return R, (self.x,)
kinds = [lambda x: [x], lambda x: (x,), lambda x: [x, 1], lambda x: (x, x and 1, 2, 3), lambda x: {1: x}, lambda x: {'a': 1, 'b': x}, lambda x: frozenset([x]), C, R]
for f in kinds:
    for proto in (0, 2, 4):
        for n in (50, 100, 3000, 100000):
            try:
                data = pickle.dumps(nest(n, f), proto)
                print(n, len(data))
                pickle.loads(data)
            except RecursionError as e:
                print(n, str(e)[:32])
data = b'(' * 100000 + b'l' * 100000 + b'.'
x = pickle.loads(data)
depth = 0
while x:
    x = x[0]
    depth += 1
print(depth)
x = pickle.loads(b']' * 100000 + b'a' * 99999 + b'.')
depth = 0
while x:
    x = x[0]
    depth += 1
print(depth)
