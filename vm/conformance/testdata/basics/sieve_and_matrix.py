# Small numeric programs: sieve, gcd, matrices, transposition, prefix sums, binary search
n = 60
sieve = [True] * n
for i in range(2, n):
    if sieve[i]:
        for j in range(i * i, n, i): sieve[j] = False
print([i for i in range(2, n) if sieve[i]])
def gcd(a, b):
    while b: a, b = b, a % b
    return a
print(gcd(48, 36), gcd(17, 5), [gcd(12, k) for k in range(1, 13)])
m = [[1, 2], [3, 4]]
mul = lambda a, b: [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
p = [[1, 0], [0, 1]]
for _ in range(10): p = mul(p, m)
print(p, list(map(list, zip(*m))), [r[::-1] for r in m[::-1]])
pre = [0]
for x in [3, 1, 4, 1, 5]: pre.append(pre[-1] + x)
print(pre, pre[4] - pre[1])
def search(a, x):
    lo, hi = 0, len(a)
    while lo < hi:
        mid = lo + hi >> 1
        if a[mid] < x: lo = mid + 1
        else: hi = mid
    return lo if lo < len(a) and a[lo] == x else -1
print([search(list(range(0, 20, 2)), x) for x in (0, 7, 8, 18, 20)])
