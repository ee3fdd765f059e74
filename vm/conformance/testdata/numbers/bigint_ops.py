# Big integers: multiplication and division of various sizes, gcd, isqrt, strings
import math
a = 123456789 ** 20
b = 987654321 ** 12
print(a * b, a // b, a % b, a - b, -a // b, -a % b, a // -b, divmod(-a, -b) == (a // b, -(a % b)))
print((a * b) // a == b, (a * b) % b, a & b, a | b, a ^ b, (a << 77) >> 77 == a, a >> 100, -a >> 100)
print(math.gcd(a, b), math.gcd(a * 6, b * 6) % 6, math.isqrt(a), math.isqrt(a) ** 2 <= a < (math.isqrt(a) + 1) ** 2, math.factorial(40), math.comb(100, 50), math.perm(20, 10), math.lcm(*range(1, 40)))
f = 1
for i in range(1, 200): f *= i
print(f % (10**9 + 7), len(str(f)), str(f)[:30], sum(map(int, str(f))))
x, y = 0, 1
for _ in range(1000): x, y = y, x + y
print(x)
print(int(str(x)) == x, int(hex(x), 16) == x, int(oct(x), 8) == x, int(bin(x), 2) == x, hash(x) == hash(int(str(x))), x == x + 0, x != x + 1, x < x + 1, -x < x)
print(pow(3, x, 10**9 + 9), pow(a, b, 10**50), 2**607 - 1, (2**607 - 1) % 1000003)
for n in (2**63, 2**64, 2**127, 10**18, 10**19): print(n, -n, n.bit_length(), n * n, n // 7, n % 7, n // -7, n % -7, n - 1, n >> 60, float(n), n / 3)
print(10**50 // 10**49, (10**50 + 1) % 10**25, 10**50 == 10**50, {10**50: 1}[10**50], [10**50].index(10**50), sorted([10**50, -10**50, 0, 10**49]), max(10**50, 1e49), 10**50 > 1e49)
def base(n, b):
    out = ""
    while n: n, r = divmod(n, b); out = "0123456789abcdefghijklmnopqrstuvwxyz"[r] + out
    return out
print(base(a, 36), int(base(a, 36), 36) == a, base(b, 7))
z = 3
for _ in range(8): z = z * z + 1
print(z.bit_length(), z % 10**12, z // 10**100 % 10**10)
print(sum(range(10**6)), sum(i * i for i in range(1000)) * 10**15, 999999999999999999 + 1, 9223372036854775807 + 1, -9223372036854775808 - 1, 4611686018427387904 * 2, 4611686018427387904 * -2, 4611686018427387905 * -2)
