# NotImplemented through inheritance, mixed with builtins, in place, with right operands that are subclasses
class Money:
    def __init__(self, n): self.n = n
    def __add__(self, o):
        if isinstance(o, Money): return type(self)(self.n + o.n)
        if isinstance(o, int): return type(self)(self.n + o)
        return NotImplemented
    __radd__ = __add__
    def __eq__(self, o): return self.n == o.n if isinstance(o, Money) else NotImplemented
    def __lt__(self, o): return self.n < o.n if isinstance(o, Money) else NotImplemented
    def __mul__(self, k): return type(self)(self.n * k) if isinstance(k, (int, float)) else NotImplemented
    def __rmul__(self, k): return self * k
    def __iadd__(self, o):
        if isinstance(o, Money): self.n += o.n; return self
        return NotImplemented
    def __repr__(self): return f"{type(self).__name__}({self.n})"
class Euro(Money):
    def __radd__(self, o): return ("Euro.radd", o)
a, b, e = Money(1), Money(2), Euro(5)
print(a + b, a + 1, 1 + a, a + e, e + a, 3 * a, a * 3, 2.5 * b, sum([a, b]), a == Money(1), a == 1, a != b, a < b, a > b, sorted([b, a]), max(a, b))
x = a
x += b
print(x, x is a)
x += 10
print(x, x is a)
for f in (lambda: a + "s", lambda: "s" + a, lambda: a * "s", lambda: "s" * a, lambda: [1] * a, lambda: a < 1, lambda: 1 < a, lambda: a - b, lambda: a @ b, lambda: -a, lambda: a[0], lambda: a ** 2, lambda: a & 1, lambda: a <= b):
    try: print(f())
    except TypeError as err: print(err)
class L:
    def __add__(self, o): print("L.add", end=" "); return NotImplemented
    def __radd__(self, o): print("L.radd", end=" "); return NotImplemented
class R(L):
    def __radd__(self, o): print("R.radd", end=" "); return NotImplemented
for p, q in ((L(), L()), (L(), R()), (R(), L()), (1, L()), (L(), 1), (R(), R())):
    try: p + q
    except TypeError as err: print(err)
try:
    z = L()
    z += 1
except TypeError as err: print(err)
print(bool(NotImplemented.__class__), NotImplemented.__repr__(), a.__add__("x"), a.__eq__(1), object().__eq__(1))
