"""Primes: the sieve of Eratosthenes with a list, a bytearray and slices, and factorisation."""


def sieve_loop(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
        i += 1
    return [i for i, prime in enumerate(flags) if prime]


def sieve_bytes(n):
    flags = bytearray([1]) * (n + 1)
    flags[0:2] = b"\0\0"
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return sum(flags)


def factorise(n, primes):
    factors = []
    for p in primes:
        if p * p > n:
            break
        while n % p == 0:
            factors.append(p)
            n //= p
    if n > 1:
        factors.append(n)
    return factors


def main():
    primes = sieve_loop(2000000)
    print("loop", len(primes), primes[-1], sum(primes))
    print("bytes", sieve_bytes(2000000))
    total = 0
    for n in range(10**9, 10**9 + 700):
        total += sum(factorise(n, primes))
    print("factors", total)
    twins = sum(1 for a, b in zip(primes, primes[1:]) if b - a == 2)
    print("twins", twins)


if __name__ == "__main__":
    main()
