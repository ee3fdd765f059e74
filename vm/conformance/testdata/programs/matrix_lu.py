# A Matrix class with operators; LU decomposition with Fractions; determinant and inverse
from fractions import Fraction as F
class Matrix:
    def __init__(self, rows): self.rows = [list(map(F, r)) for r in rows]
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    def __getitem__(self, ij): return self.rows[ij[0]][ij[1]] if isinstance(ij, tuple) else self.rows[ij]
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = F(v)
    def __add__(self, o): return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows)])
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __mul__(self, k): return Matrix([[a * k for a in r] for r in self.rows])
    __rmul__ = __mul__
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]: raise ValueError(f"shapes {self.shape} and {o.shape}")
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __pow__(self, n):
        r, b = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1: r = r @ b
            b, n = b @ b, n >> 1
        return r
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def T(self): return Matrix(zip(*self.rows))
    def __str__(self): return "\n".join(" ".join(f"{str(v):>6}" for v in r) for r in self.rows)
    def solve(self, *rhs):
        n = self.shape[0]
        m = [r[:] + [F(b)] for r, b in zip(self.rows, rhs)]
        for i in range(n):
            p = next((r for r in range(i, n) if m[r][i]), None)
            if p is None: raise ZeroDivisionError("singular")
            m[i], m[p] = m[p], m[i]
            m[i] = [v / m[i][i] for v in m[i]]
            for r in range(n):
                if r != i and m[r][i]: m[r] = [a - m[r][i] * b for a, b in zip(m[r], m[i])]
        return [r[-1] for r in m]
    def det(self):
        n, m, d = self.shape[0], [r[:] for r in self.rows], F(1)
        for i in range(n):
            p = next((r for r in range(i, n) if m[r][i]), None)
            if p is None: return F(0)
            if p != i: m[i], m[p], d = m[p], m[i], -d
            d *= m[i][i]
            for r in range(i + 1, n):
                f = m[r][i] / m[i][i]
                m[r] = [a - f * b for a, b in zip(m[r], m[i])]
        return d
a = Matrix([[2, 1, 1], [1, 3, 2], [1, 0, 0]])
print(a @ a, a ** 5, a.T(), 2 * a - a == a, a.det(), a[0, 1], a[2], sep="\n")
print(*a.solve(4, 5, 6), Matrix([[1, 2], [2, 4]]).det())
h = Matrix([[F(1, i + j + 1) for j in range(5)] for i in range(5)])
print(h.det(), *h.solve(*[1] * 5))
for bad in (lambda: a @ Matrix([[1, 2]]), lambda: Matrix([[1, 2], [2, 4]]).solve(1, 2), lambda: a + 5):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
a[0, 0] = "1/2"
print(a)
