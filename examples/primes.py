"""Primes and matrices: a sieve, factors, and Fibonacci numbers by matrix power.

    minipy examples/primes.py [LIMIT]
"""

import math
import sys


def sieve(limit):
    """All primes below limit."""
    prime = bytearray([1]) * limit
    prime[:2] = b"\0" * min(2, limit)
    for n in range(2, math.isqrt(limit) + 1):
        if prime[n]:
            prime[n * n::n] = bytes(len(range(n * n, limit, n)))
    return [n for n in range(limit) if prime[n]]


def factors(n):
    """Yield (prime, exponent) pairs of n."""
    for p in (2, *range(3, math.isqrt(n) + 1, 2)):
        exponent = 0
        while n % p == 0:
            n //= p
            exponent += 1
        if exponent:
            yield p, exponent
        if p * p > n:
            break
    if n > 1:
        yield n, 1


class Matrix:
    def __init__(self, rows):
        self.rows = [tuple(row) for row in rows]

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    def __matmul__(self, other):
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in columns] for row in self.rows])

    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    def __eq__(self, other):
        return self.rows == other.rows

    def __str__(self):
        width = max(len(str(v)) for row in self.rows for v in row)
        return "\n".join(" ".join(f"{v:>{width}}" for v in row) for row in self.rows)


def fibonacci(n):
    return (Matrix([(1, 1), (1, 0)]) ** n).rows[0][1]


def main(limit):
    primes = sieve(limit)
    print(f"{len(primes)} primes below {limit:,}; the last are {primes[-3:]}")
    gap, after = max((b - a, a) for a, b in zip(primes, primes[1:]))
    print(f"the widest gap is {gap}, after {after}")
    for n in (360, 1001, 2**31 - 1, 600851475143):
        print(n, "=", " * ".join(f"{p}^{e}" if e > 1 else str(p) for p, e in factors(n)))
    m = Matrix([(2, 1, 0), (0, 3, 1), (1, 0, 4)])
    print(m ** 5)
    print("power by squaring:", m ** 3 == m @ m @ m)
    print("fibonacci(300) =", fibonacci(300))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
