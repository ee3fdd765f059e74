# Containers: __getitem__/__setitem__/__delitem__/__contains__/__iter__/__len__/__reversed__/__missing__
class Box:
    def __init__(self): self.d, self.log = {}, []
    def __getitem__(self, k): self.log.append(("get", k)); return self.d[k]
    def __setitem__(self, k, v): self.log.append(("set", k, v)); self.d[k] = v
    def __delitem__(self, k): self.log.append(("del", k)); del self.d[k]
    def __contains__(self, k): self.log.append(("in", k)); return k in self.d
    def __iter__(self): self.log.append("iter"); return iter(self.d)
    def __len__(self): self.log.append("len"); return len(self.d)
    def __reversed__(self): self.log.append("rev"); return reversed(list(self.d))
b = Box()
b["a"] = 1
b["b"], b["c"] = 2, 3
b["a"] += 10
del b["b"]
print("a" in b, "z" not in b, list(b), len(b), bool(b), list(reversed(b)), b["c"], [k for k in b], sorted(b), dict.fromkeys(b), max(b), (*b,))
print(b.log)
try: b["zz"]
except KeyError as e: print(repr(e))
try: del b["zz"]
except KeyError as e: print(repr(e))
class Grid:
    def __init__(self, w, h): self.w, self.cells = w, [0] * (w * h)
    def __getitem__(self, rc):
        r, c = rc
        return self.cells[r * self.w + c]
    def __setitem__(self, rc, v):
        r, c = rc
        self.cells[r * self.w + c] = v
g = Grid(3, 2)
g[1, 2] = 5
g[0, 0] += 1
print(g[1, 2], g.cells)
try: g[5]
except TypeError as e: print(e)
class Poly:
    def __init__(self, *c): self.c = c
    def __call__(self, x): return sum(k * x ** i for i, k in enumerate(self.c))
    def __getitem__(self, i): return self.c[i] if i < len(self.c) else 0
    def __str__(self): return " + ".join(f"{k}x^{i}" for i, k in enumerate(self.c) if k) or "0"
    def __add__(self, o): return Poly(*(self[i] + o[i] for i in range(max(len(self.c), len(o.c)))))
    def __mul__(self, o):
        out = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c): out[i + j] += a * b
        return Poly(*out)
p, q = Poly(1, 2), Poly(0, 1, 3)
print(p, q, p + q, p * q, (p * q)(2), p(2) * q(2), Poly())
