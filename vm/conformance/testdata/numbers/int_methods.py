# Methods and attributes of int
for n in (0, 1, -1, 255, -256, 2**64, -2**65 + 1, True):
    print(n, n.bit_length(), n.bit_count(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator, n.as_integer_ratio(), n.__index__(), n.__trunc__(), n.__floor__(), n.__ceil__())
print((1000).to_bytes(2, "big"), (1000).to_bytes(4, "little"), (-1).to_bytes(3, "big", signed=True), (0).to_bytes(0, "big"), (5).to_bytes(), (200).to_bytes(1, byteorder="little"), (2**70).to_bytes(10, "big"))
print(int.from_bytes(b"\x03\xe8", "big"), int.from_bytes(b"\x03\xe8", "little"), int.from_bytes(b"\xff", "big", signed=True), int.from_bytes(b"", "big"), int.from_bytes([1, 2]), int.from_bytes(bytearray(b"\x80"), signed=True), int.from_bytes(b"\xff" * 9, "little"))
def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
attempt((1000).to_bytes, 1, "big")
attempt((-1).to_bytes, 1, "big")
attempt((1).to_bytes, -1, "big")
attempt((1).to_bytes, 1, "middle")
attempt((128).to_bytes, 1, "big", signed=True)
attempt((-129).to_bytes, 1, "big", signed=True)
attempt(int.from_bytes, "abc", "big")
attempt(int.from_bytes, 5, "big")
attempt(int.from_bytes, [300], "big")
attempt(int.from_bytes, b"a", "x")
print((5).__add__(3), (5).__add__(3.0), (5).__radd__(2), (5).__sub__("x"), (7).__divmod__(2), (7).__rpow__(2), (2).__pow__(3, 5), (5).__lt__(6), (5).__eq__("x"), (5).__bool__(), (3).__hash__(), (3).__repr__(), (3).__float__(), (-7).__floordiv__(2), (3).__format__("05"), (1).__round__(), (1234).__round__(-2))
print((5).__sizeof__() > 0, int.__doc__[:10], (1).__class__, int().real, (3).__neg__(), (3).__invert__(), (3).__rlshift__(1), (6).__rand__(3), (5).__truediv__(2), (5).__rtruediv__(2), (5).__int__(), (5).__abs__(), (5).__pos__(), (5).__getnewargs__())
for bad in ("(5).foo", "(5).real = 1", "(5)()", "(5)[0]", "len(5)", "5 .x = 1", "int.from_bytes()"):
    try:
        exec(bad)
    except Exception as e:
        print(type(e).__name__, e)
