# sum, max, sorted, join and set operations with user types
class V:
    def __init__(self, *c): self.c = c
    def __add__(self, o):
        if not isinstance(o, V): return NotImplemented
        return V(*(a + b for a, b in zip(self.c, o.c)))
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, k): return V(*(a * k for a in self.c))
    __rmul__ = __mul__
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.c, o.c))
    def __repr__(self): return f"V{self.c}"
    def __eq__(self, o): return isinstance(o, V) and self.c == o.c
    def __lt__(self, o): return self.c < o.c
    def __hash__(self): return hash(self.c)
    def __len__(self): return len(self.c)
    def __getitem__(self, i): return self.c[i]
    def __iter__(self): return iter(self.c)
vs = [V(3, 1), V(1, 2), V(2, 0)]
print(sum(vs), sum(vs, V(10, 10)), max(vs), min(vs), sorted(vs), 2 * V(1, 2) * 3, V(1, 2) @ V(3, 4))
print(V(1, 2) in vs, vs.index(V(2, 0)), len({V(1), V(1), V(2)}), [*V(7, 8)], V(5, 6)[1], V(1, 2)[::-1], V() == V())
try:
    V(1) + 5
except TypeError as e:
    print(e)
try:
    5 + V(1)
except TypeError as e:
    print(e)
try:
    sum(vs, 1)
except TypeError as e:
    print(e)
for bad in ("sum(['a'])", "sum(['a'], '')", "sum([b'a'], b'')", "sum([bytearray()], bytearray())", "sum(5)", "sum([1], start='x')", "sum([[1]], None)"):
    try:
        print(eval(bad))
    except TypeError as e:
        print(e)
print(sum([[1], [2]], []), sum([1.5, 2]), sum((), 5), sum([True, True]), sum([1, 2], start=10), sum([0.1] * 10), sum([2**63, 2**63]), sum([1, 1.5, 2j]))
