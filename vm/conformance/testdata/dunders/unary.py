# Unary operators and conversions through special methods
class U:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"
    def __bool__(self): return False
    def __index__(self): return 2
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
import math
u = U()
print(-u, +u, ~u, abs(u), not u, [1, 2, 3][u], round(u), round(u, 3), math.trunc(u), math.floor(u), math.ceil(u))
print(hex(u), bin(u), oct(u), "ab" * u, u * 0 if hasattr(u, "__mul__") else "no mul", range(u), chr(u) == "\x02")
class N: pass
n = N()
for code in ("-n", "+n", "~n", "abs(n)", "round(n)", "[][n]", "hex(n)", "math.trunc(n)", "math.floor(n)", "- 'a'", "~1.5", "+[]", "-None",
             "'a' * n", "range(n)", "chr(n)", "complex(n)", "float(n)", "int(n)"):
    try:
        print(eval(code))
    except Exception as e:
        print(code, "->", type(e).__name__, e)
print(int(U()), float(U()), complex(U()))
class D: __neg__ = None
try:
    -D()
except TypeError as e:
    print(e)
