# The 64-bit edges: every operation that leaves or re-enters the small range
M = 2**63 - 1
m = -2**63
for a, b in ((M, 1), (m, -1), (M, M), (m, m), (M, m), (m, 1), (M, -1), (m, 0), (M, 2), (m, 2)):
    print(a + b, a - b, a * b, b - a, a == b, a < b, a & b, a | b, a ^ b)
    if b: print(a // b, a % b, divmod(a, b), a / b)
for v in (M, m, M + 1, m - 1): print(v, -v, ~v, abs(v), v + 0, v * 1, v // 1, v ** 1, v ** 2, int(v), v.bit_length(), hash(v), hex(v), bool(v), float(v), str(v), f"{v:,}")
x = M
x += 1; x -= 1
print(x, x == M, {M: 1}[x], x is not None)
x = m
x -= 1; x += 1
print(x == m)
print((M + 1) - 1 == M, (m - 1) + 1 == m, (M * 2) // 2 == M, (M << 1) >> 1 == M, -(M + 1) == m, (m * -1) == M + 1, [1, 2, 3][(M + 1) - M], range(M + 1 - M + 2)[2])
print(list(range(M - 1, M + 3)), list(range(m + 1, m - 3, -1)), len(range(M)), M in range(10**30), range(10**20)[10**19], range(0, 10**20, 10**19)[-1])
n = 0
for i in range(M - 2, M + 2): n += i
print(n, sum([M, 1]), sum([M, M, m, m]), sum([M] * 4), max(M, M + 1), sorted([M + 1, m - 1, M, m]))
print(1 << 62, 1 << 63, (1 << 63) - 1, -(1 << 63), 3 << 62, 7 >> 3, m >> 63, m >> 64, M >> 62, M << 0, 0 << 100, 1 << 0, 5 << 61)
print(4294967296 * 4294967296, 4294967295 * 4294967297, 3037000499 ** 2, 3037000500 ** 2, -3037000500 * 3037000500, 2**31 * 2**32, 2**31 * -2**32, 10**9 * 10**9 * 10**9)
print(int(9.223372036854775807e18), int(-9.223372036854775808e18), int(9.3e18), round(9.3e18), 9223372036854775807 == 9.223372036854775807e18, 9223372036854775808 == 9.223372036854775807e18)
import itertools
c = itertools.count(M - 1)
print([next(c) for _ in range(4)])
e = enumerate("abc", M)
print(list(e))
try: [0] * (M + 1)
except (MemoryError, OverflowError) as err: print(type(err).__name__, err)
try: "ab"[M + 1]
except IndexError as err: print(err)
try: range(M + 1).__len__()
except OverflowError as err: print(err)
