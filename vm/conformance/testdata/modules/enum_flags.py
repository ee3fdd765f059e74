# enum: IntEnum, Flag, IntFlag
from enum import *
class N(IntEnum):
    ONE = 1
    TWO = 2
print(N.ONE + 1, N.ONE < N.TWO, N.TWO == 2, N(1), repr(N.ONE), str(N.ONE), f"{N.ONE}", "%d" % N.TWO, [10, 20, 30][N.TWO], int(N.ONE), max(N), sorted(N, reverse=True), N.ONE | 2, type(N.ONE + N.TWO).__name__, isinstance(N.ONE, int), {1: "x"}[N.ONE], N.ONE.bit_length(), format(N.TWO, "03d"))
class F(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(F.R, F.R | F.X, F.RW, F.R & F.W, F.R ^ F.RW, ~F.R, F.R in F.RW, F.X in F.RW, list(F), list(F.RW), F(0), F(5), bool(F(0)), F.RW.value, F.R | F.W is F.RW, (F.R | F.W) is F.RW, len(F.RW), F["X"], repr(F.R | F.X), repr(F(0)), F.RW.name, (F.R | F.X).name)
for bad in (lambda: F(8), lambda: F.R | 1, lambda: F("x"), lambda: F.R < F.W, lambda: F.R + 1):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class I(IntFlag):
    A = 1
    B = 2
    C = 4
print(I.A | I.B, I.A | 8, I(3), I.A + 1, I.A & 1, ~I.A, repr(I(7)), I(0), 3 & I.B, I.A == 1, I.A in I(3), list(I(5)), str(I.A | I.C), f"{I.A}", isinstance(I.A | I.B, int), I(16), repr(I(16)))
class St(Flag, boundary=STRICT):
    P = 1
class Co(Flag, boundary=CONFORM):
    P = 1
class Ke(Flag, boundary=KEEP):
    P = 1
try: St(2)
except ValueError as e: print(str(e).splitlines()[0])
print(Co(3), repr(Ke(3)))
@verify(UNIQUE)
class V(Enum):
    A = 1
print(V.A)
