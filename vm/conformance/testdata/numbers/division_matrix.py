# Division, floor, modulo and divmod for every sign, ints and floats
for a in (7, -7, 0, 1, -1):
    for b in (2, -2, 3, -3, 7, 10):
        print(f"{a}/{b}", a / b, a // b, a % b, divmod(a, b), end="; ")
    print()
for a in (7.5, -7.5, 0.0, -0.0, 0.1):
    for b in (2, -2, 0.5, -0.25, 3.0):
        print(f"{a}/{b}", a / b, a // b, a % b, end="; ")
    print()
for a in (True, False):
    for b in (True, 2, 2.0): print(a / b, a // b, a % b, end="; ")
print()
for a in (2**64 + 1, -2**64 - 1, 10**25):
    for b in (3, -3, 2**32, -2**63, 10**12 + 1): print(a // b, a % b, a / b, end="; ")
    print()
import math
print(math.fmod(-7, 3), -7 % 3, math.fmod(7.5, -2), 7.5 % -2, math.remainder(7, 4), int(-7 / 2), -7 // 2, round(-3.5), math.floor(-3.5), math.ceil(-3.5), math.trunc(-3.5))
for bad in ("1 // 0", "1 % 0", "1.0 // 0", "1 % 0.0", "divmod(1, 0)", "divmod(1.5, 0.0)", "0 / 0", "0.0 / 0", "2**70 // 0", "True / False"):
    try: eval(bad)
    except ZeroDivisionError as e: print(bad, e)
x = 17
x //= 5; print(x)
x %= 2; print(x)
x /= 4; print(x)
x **= -2; print(x)
h, rest = divmod(3725, 3600)
m, s = divmod(rest, 60)
print(h, m, s, [divmod(n, 10) for n in (0, 9, 10, 99, -1, -10)])
