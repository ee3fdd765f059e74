# A Vector class with the full set of operators
import math
class V:
    __slots__ = ("x", "y")
    def __init__(self, x=0, y=0): self.x, self.y = x, y
    def __repr__(self): return f"V({self.x}, {self.y})"
    def __add__(self, o): return V(self.x + o.x, self.y + o.y) if isinstance(o, V) else NotImplemented
    def __sub__(self, o): return self + -o
    def __neg__(self): return V(-self.x, -self.y)
    def __mul__(self, k): return V(self.x * k, self.y * k) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __truediv__(self, k): return V(self.x / k, self.y / k)
    def __floordiv__(self, k): return V(self.x // k, self.y // k)
    def __mod__(self, k): return V(self.x % k, self.y % k)
    def __divmod__(self, k): return self // k, self % k
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __pow__(self, n): return abs(self) ** n
    def __abs__(self): return math.hypot(self.x, self.y)
    def __bool__(self): return bool(self.x or self.y)
    def __eq__(self, o): return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
    def __lt__(self, o): return abs(self) < abs(o)
    def __hash__(self): return hash((self.x, self.y))
    def __iter__(self): yield self.x; yield self.y
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __len__(self): return 2
    def __contains__(self, v): return v in (self.x, self.y)
    def __call__(self, f): return V(f(self.x), f(self.y))
    def __round__(self, n=0): return V(round(self.x, n), round(self.y, n))
    def __format__(self, s): return f"<{self.x:{s}}, {self.y:{s}}>"
    def __complex__(self): return complex(self.x, self.y)
    def __int__(self): return int(abs(self))
    def __iadd__(self, o):
        self.x += o.x
        self.y += o.y
        return self
a, b = V(3, 4), V(1, 2)
print(a + b, a - b, -a, a * 2, 2 * a, a / 2, a // 2, a % 2, divmod(a, 2), a @ b, a ** 2, abs(a), bool(V()), a == V(3, 4), a != b, b < a, a > b, sorted([a, b]), {a: 1}[V(3, 4)], list(a), a[0], a[-1], len(a), 4 in a, a(lambda v: v * 10), round(V(1.26, 2.31), 1), f"{a:.1f}", f"{a:>4}", complex(a), int(a), max(a, b), sum([a, b], V()), [*a], dict([a]), tuple(b))
c = a
c += b
print(a is c, a)
x, y = a
print(x, y)
for bad in (lambda: a + 1, lambda: 1 + a, lambda: a * "x", lambda: "x" * a, lambda: a * b, lambda: a <= b, lambda: a & b, lambda: a[5], lambda: a.z, lambda: setattr(a, "z", 1), lambda: ~a, lambda: a << 1):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
