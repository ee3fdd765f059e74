# bool: constructor, arithmetic, and/or/not results, identity of results
print(bool(), bool(0), bool("0"), bool([0]), bool(None), bool(0.0), bool(float("nan")), bool(...), bool(NotImplemented.__class__))
print(True and 1, 0 and True, 1 and 2 and 3, 0 or "" or [], None or 5, 5 or 1 / 0, 0 and 1 / 0, not 0, not "x", not not 5, True or undefined, False and undefined)
print(True == 1, True is (1 == 1), True is not False, True + True, True * "ab", [10, 20][True], "ab"[False], {True: "t"}[1], {1: "o", True: "t"}, {0, False}, hash(True), str(True), repr(False), True.__class__)
print(True & False, True | False, True ^ True, True & 1, 1 ^ True, ~False, -True, +True, True << 2, True >> 1, True // 1, True / 4, True ** 2, True % 2, abs(True), int(True), float(True), complex(True), round(True), bin(True), format(True, "d"), format(True, "5"), f"{True!r:>6}")
print(isinstance(True, int), issubclass(bool, int), bool.__mro__, type(True & True), type(True | 1), type(not 1), True < 2, False < True, sorted([True, False, 1, 0]), max(True, 1), min(False, 0), sum([True] * 3), True.real, True.numerator, True.bit_length(), (True).to_bytes(1, "big"))
try: bool(1, 2)
except TypeError as e: print(e)
try: bool(x=1)
except TypeError as e: print(e)
try:
    class B(bool): pass
except TypeError as e: print(e)
print(bool.__new__(bool, 5), bool.from_bytes(b"\x01", "big"), bool.__and__(True, False), True.__or__(2), True.__xor__(False), True.__rand__(True), True.__add__(1))
x = True
x += 1
print(x)
y = True
y &= False
print(y)
a = b = 0
a, b = a or "default", b and "never"
print(a, b, [] or {} or (), 1 if [] else 2, "a" if "" or None else "b", (lambda: 0)() or "r")
if not None and not 0 and not "" and not [] and not {} and not () and not set() and not 0.0 and not 0j and not range(0) and not b"": print("all falsy")
print(any([0, "", None, 5]), all([1, "a", []]), any([]), all([]), 3 > 2 == True, (3 > 2) == True, 1 < 2 is True, not True == False)
