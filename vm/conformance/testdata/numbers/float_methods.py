# Methods of float: hex, fromhex, as_integer_ratio, is_integer, rounding
vals = [0.0, -0.0, 1.0, -1.5, 0.1, 1e300, 5e-324, 2.2250738585072014e-308, 255.0, 3.14159, 1.7976931348623157e308]
for v in vals: print(v.hex(), float.fromhex(v.hex()) == v, v.as_integer_ratio(), v.is_integer(), v.conjugate(), v.real, v.imag, v.__trunc__(), v.__floor__(), v.__ceil__())
def attempt(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)
for s in ("0x1p0", "0x1.8p1", "-0x1.fp-3", "0x.8", "1.8", "0x10", " 0x1 ", "inf", "-nan", "0x1p2000", "0x1p-2000", "0x", "x", "0x1p", "0x1.0p+3", "1p3", "0X1P1", "0x1.00000000000008p0", "0x1.000000000000081p0", "0x1.00000000000018p0", ""):
    attempt(float.fromhex, s)
for v in (float("inf"), float("-inf"), float("nan")):
    print(v.hex(), v.is_integer(), v == v, v < 0, v > 0)
    attempt(v.as_integer_ratio)
    attempt(int, v)
    attempt(round, v)
    attempt(round, v, 2)
    attempt(v.__floor__)
print((7.5).__divmod__(2), (7.5).__floordiv__(-2), (-7.5).__mod__(2), (1.5).__add__(1), (1.5).__eq__(1.5), (1.5).__lt__("x"), (2.0).__pow__(3), (1.5).__rsub__(1), (1.5).__bool__(), (2.5).__round__(), (2.567).__round__(2), (1.5).__int__(), float.__getformat__("double"))
print(float.fromhex("0x1.999999999999ap-4"), (0.1).hex(), float.hex(5.0), (1e16).is_integer(), (2.5).__hash__() == hash(2.5), 1.0.__repr__())
attempt(float.fromhex, 5)
attempt((1.5).hex, 1)
attempt((1.5).foo if hasattr(1.5, "foo") else lambda: "no foo")
