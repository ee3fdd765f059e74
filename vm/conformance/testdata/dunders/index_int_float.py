# __index__, __int__, __float__, __complex__, __trunc__: conversions, wrong results, subclasses
class C:
    def __init__(self, v): self.v = v
class Idx(C):
    def __index__(self): return self.v
class Int(C):
    def __int__(self): return self.v
class Flt(C):
    def __float__(self): return self.v
class Cpx(C):
    def __complex__(self): return self.v
def attempt(f, *a):
    try:
        r = f(*a)
        print(type(r).__name__, r)
    except Exception as e:
        print(type(e).__name__, e)
attempt(int, Int(5))
attempt(int, Int(5.5))
attempt(int, Int("5"))
attempt(int, Idx(7))
attempt(float, Flt(1.5))
attempt(float, Flt(1))
attempt(float, Idx(3))
attempt(complex, Cpx(1j))
attempt(complex, Cpx(1))
attempt(complex, Flt(2.5))
attempt(complex, Idx(2))
attempt(range, Idx(3))
attempt(list, range(Idx(1), Idx(3)))
attempt([10, 20, 30].__getitem__, Idx(-1))
attempt(lambda: [1, 2, 3][Idx(0):Idx(2)])
attempt(lambda: "abc"[Idx("x")])
attempt(lambda: [1][Int(0)])
attempt(lambda: [1][1.0])
attempt(lambda: "ab" * Idx(2))
attempt(lambda: bytes(Idx(2)))
attempt(hex, Idx(255))
attempt(chr, Idx(65))
attempt(round, 2.567, Idx(1))
attempt(pow, 2, 3, Idx(5))
attempt(lambda: "%d" % Idx(5))
attempt(lambda: "%d" % Int(5))
attempt(lambda: "%x" % Idx(255))
attempt(lambda: "%x" % 2.5)
attempt(lambda: "%d" % 2.9)
attempt(lambda: "%f" % Flt(2.5))
attempt(lambda: "%c" % Idx(66))
attempt(lambda: format(Idx(3), "d"))
import operator, math
attempt(operator.index, Idx(9))
attempt(operator.index, 1.5)
attempt(operator.index, True)
attempt(math.sqrt, Flt(4.0))
attempt(math.factorial, Idx(4))
attempt(int, Idx(10), 5)
attempt(int, "12", Idx(5))
class I2(int): pass
attempt(int, Int(I2(3)))
