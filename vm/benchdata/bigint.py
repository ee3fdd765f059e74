"""Big integers: digits of pi, factorials, Fibonacci numbers, modular powers, a primality test."""


def pi_digits(count):
    out = []
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while len(out) < count:
        if 4 * q + r - t < n * t:
            out.append(n)
            nr = 10 * (r - n * t)
            n = ((10 * (3 * q + r)) // t) - 10 * n
            q *= 10
            r = nr
        else:
            nr = (2 * q + r) * l
            nn = (q * (7 * k) + 2 + (r * l)) // (t * l)
            q *= k
            t *= l
            l += 2
            k += 1
            n = nn
            r = nr
    return "".join(map(str, out))


def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def is_prime(n):
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def main():
    print("pi", pi_digits(1600)[-20:])
    f = factorial(4000)
    print("factorial", f.bit_length(), f % 1000000007, sum(map(int, str(f % 10**500))))
    print("fibonacci", fibonacci(40000) % 10**20)
    found = [n for n in range(2**89 - 3000, 2**89) if is_prime(n)]
    print("prime", found[-1] == 2**89 - 1, len(found))
    x = 3
    for i in range(30000):
        x = (x * x + i) % (2**521 - 1)
    print("square", x % 10**15, (x >> 400).bit_count())


if __name__ == "__main__":
    main()
