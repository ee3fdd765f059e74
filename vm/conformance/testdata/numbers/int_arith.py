# Integer arithmetic: division and modulo signs, shifts, bit operations, big values
vals = [0, 1, -1, 2, -2, 7, -7, 2**31, -2**31, 2**63 - 1, -2**63, 2**63, 2**64 + 1, -2**70, 10**25]
for a in vals:
    print(a, -a, ~a, abs(a), a + 1, a - 1, a * a, a * -3, a >> 1, a << 3, a & 0xFF, a | 1, a ^ -1)
for a in (7, -7, 2**65, -2**65, 0):
    for b in (2, -2, 3, -3, 2**40, -2**64, 10**30):
        q, r = divmod(a, b)
        print(a, b, a // b, a % b, (q, r) == (a // b, a % b), q * b + r == a, a / b)
print(2**63 - 1 + 1, -2**63 - 1, (2**63 - 1) * 2, -(-2**63), abs(-2**63), -2**63 // -1, (2**62) * 4, 3037000500 * 3037000500, 2**32 * 2**32)
print(1 << 62, 1 << 63, 1 << 64, -1 << 63, -1 << 64, 2**100 >> 99, -2**100 >> 200, -1 >> 1000, 5 >> 64, 0 << 10**9 if False else 0)
print(2**70 & 2**70 - 1, -2**70 & 2**70 - 1, -1 & 2**80, -5 | 2**66, -5 ^ 2**66, ~2**70, -2**65 & -2**64, 2**65 ^ 2**65)
print(True + True, True * 5, -True, ~True, True << 3, True / 2, True // 2, True % 2, 5 - True, True & 3, True | False, True ^ True, type(True & True).__name__, type(True & 1).__name__)
a = 2**63 - 1
a += 1
print(a)
a -= 1
print(a, type(a).__name__)
a = -2**63
a -= 1
print(a)
x = 1
for i in range(70): x *= 3
print(x, x // 3**60, x % 10**9)
