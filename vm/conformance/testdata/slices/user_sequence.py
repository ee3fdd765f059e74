# A user sequence with slices handled through slice.indices
class Ring:
    def __init__(self, *v): self.v = list(v)
    def __len__(self): return len(self.v)
    def __getitem__(self, k):
        if isinstance(k, slice):
            return Ring(*(self.v[i] for i in range(*k.indices(len(self)))))
        return self.v[k % len(self.v)]
    def __setitem__(self, k, value):
        if isinstance(k, slice):
            idx = list(range(*k.indices(len(self))))
            value = list(value)
            if len(idx) != len(value): raise ValueError(f"need {len(idx)} values, got {len(value)}")
            for i, x in zip(idx, value): self.v[i] = x
        else: self.v[k % len(self.v)] = value
    def __delitem__(self, k):
        for i in sorted(range(*k.indices(len(self))) if isinstance(k, slice) else [k % len(self)], reverse=True): del self.v[i]
    def __repr__(self): return f"Ring{tuple(self.v)}"
r = Ring(*range(6))
print(r[7], r[-8], r[1:3], r[::-2], r[:], len(r[4:]))
r[1:3] = "ab"
r[10] = "ten"
print(r)
try:
    r[0:2] = [1]
except ValueError as e: print(e)
del r[::2]
print(r)
del r[-1]
print(r, list(reversed(r)), "a" in r if False else r.v)
r[0] += 5 if isinstance(r[0], int) else "!"
print(r)
x, *y = r[:]  if False else r.v
print(x, y)
