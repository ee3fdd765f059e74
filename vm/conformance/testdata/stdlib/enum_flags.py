from enum import *

def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RWX = 7
print(Perm.R | Perm.W, repr(Perm.R | Perm.X), Perm(6), repr(Perm.RWX), list(Perm.RWX), len(Perm.R | Perm.W), list(Perm))
print(Perm.R in Perm.RWX, Perm.R & Perm.W, bool(Perm.R & Perm.W), ~Perm.R, Perm.RWX ^ Perm.X, Perm(0), repr(Perm(0)))
print((Perm.R | Perm.W).name, (Perm.R | Perm.W).value, [m.name for m in Perm(5)])
show(lambda: Perm(8))
show(lambda: Perm.R | 1)
show(lambda: 1 in Perm.R)
class I(IntFlag):
    A = 1
    B = 2
    C = 4
print(repr(I.A | I.B), I.A | 8, repr(I(8)), repr(I.A | 16), ~I.A, I.A + 1, int(I.B), I.A == 1, repr(I(0)), f'{I.A}', f'{I.A | I.B:04d}')
class N(IntEnum):
    ONE = 1
    TWO = 2
print(N.ONE, repr(N.ONE), N.ONE + 1, N.ONE < N.TWO, N(2), f'{N.TWO}', f'{N.TWO:3d}', '%d' % N.TWO, [10, 20, 30][N.ONE], N.ONE == 1, isinstance(N.ONE, int), sorted([N.TWO, N.ONE]))
class S(StrEnum):
    LOW = auto()
    HIGH = 'High'
print(S.LOW, repr(S.LOW), S.HIGH.upper(), f'{S.HIGH:>6}', S('low'), S.LOW == 'low', 'x' + S.LOW, {'low': 1}[S.LOW])
def badstr():
    class B(StrEnum):
        A = 1
show(badstr)
class C(Flag, boundary=CONFORM):
    A = 1
    B = 2
print(repr(C(7)), repr(C(4)))
class E(Flag, boundary=EJECT):
    A = 1
print(repr(E(3)), type(E(3)).__name__)
class K(Flag, boundary=KEEP):
    A = 1
print(repr(K(9)), K(9).value)
class F(Flag):
    A = auto()
    B = auto()
    AB = A | B
    C = auto()
print([(m.name, m.value) for m in F], F.AB, F.C.value, F.__members__['AB'].value)
def ver():
    @verify(NAMED_FLAGS)
    class V(Flag):
        A = 1
        ABC = 7
show(ver)
def cont():
    @verify(CONTINUOUS)
    class V(IntEnum):
        A = 1
        D = 4
show(cont)
def uq():
    @verify(UNIQUE)
    class V(Enum):
        A = 1
        B = 1
show(uq)
class ReprI(int, Enum):
    A = 5
print(ReprI.A, repr(ReprI.A), ReprI.A + 1, f'{ReprI.A}')
print(show_flag_values(11)) if 'show_flag_values' in dir() else None
import enum
print(enum.show_flag_values(11), enum.bin(10), enum.bin(~10, 6))
print(Perm, I, N, S)
