# The hash/eq contract: inheritance of __hash__, unhashable types, bad hash values, dict behaviour
class P:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, P) and self.v == o.v
    def __hash__(self): return hash(self.v)
d = {P(1): "one"}
print(d[P(1)], P(1) in d, P(2) in d, len({P(1), P(1), P(2)}))
class NoHash(P):
    def __eq__(self, o): return True
for v in (NoHash(1), [], {}, set(), bytearray(), [1], ({},), slice(1)):
    try:
        hash(v)
    except TypeError as e:
        print(e)
    try:
        {v: 1}
    except TypeError as e:
        print(e)
class Explicit(P):
    __hash__ = None
class Both(P):
    def __eq__(self, o): return True
    __hash__ = P.__hash__
print(NoHash.__hash__, Explicit.__hash__, hash(Both(5)) == hash(5))
class Bad:
    def __init__(self, r): self.r = r
    def __hash__(self): return self.r
for r in ("x", 1.5, None, True, -1, 2**70, -2, 2**61 - 1):
    try:
        print(hash(Bad(r)))
    except TypeError as e:
        print(e)
print(hash(1) == hash(1.0) == hash(True), hash(0.5) == hash(0.5), hash(-1), hash(2**61 - 1), hash(2**61), hash(10**20))
print(hash(1.5), hash(-2.25), hash(float("inf")), hash(float("-inf")), hash(1e300), hash(3 + 4j), hash(1 + 0j))
print(hash(()) == hash(()), hash((1, 2)) == hash((1, 2)), hash("a") == hash("a"), hash(None) == hash(None))
print(hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1])), hash(range(3)) == hash(range(0, 3)), hash(b"a") == hash(b"a"))
class Collide:
    def __init__(self, n): self.n = n
    def __hash__(self): return 7
    def __eq__(self, o): return self.n == o.n
big = {Collide(i): i for i in range(50)}
print(len(big), big[Collide(49)], Collide(50) in big)
class EqRaises:
    def __hash__(self): return 1
    def __eq__(self, o): raise ValueError("eq raised")
try:
    {EqRaises(): 1}[EqRaises()]
except ValueError as e:
    print(e)
x = EqRaises()
print({x: 1}[x])
