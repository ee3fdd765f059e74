# Primes, factors, perfect numbers, Pythagorean triples with generators and comprehensions
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found if p * p <= n): found.append(n); yield n
        n += 1
def factors(n):
    p = 2
    while p * p <= n:
        while n % p == 0: yield p; n //= p
        p += 1
    if n > 1: yield n
from itertools import islice, takewhile
print(list(islice(primes(), 15)), sum(takewhile(lambda p: p < 100, primes())), [list(factors(n)) for n in (1, 12, 97, 360, 1001)], [n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n], [(a, b, c) for c in range(1, 26) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c])
def gcd(a, b): return a if b == 0 else gcd(b, a % b)
print(sum(1 for a in range(1, 30) if gcd(a, 30) == 1), [n for n in range(1, 200) if str(n) == str(n)[::-1] and n > 10][:8], [n for n in range(100, 1000) if n == sum(int(d) ** 3 for d in str(n))])
