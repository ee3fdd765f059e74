"""Integer arithmetic in for loops over range: sums, gcd tables, perfect numbers."""


def sums(n):
    total = 0
    for i in range(n):
        if i % 3 == 0 or i % 5 == 0:
            total += i * i - (i >> 1)
        else:
            total -= i
    return total


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def coprime_pairs(n):
    count = 0
    for a in range(1, n):
        for b in range(a, n):
            if gcd(a, b) == 1:
                count += 1
    return count


def perfect(limit):
    found = []
    for n in range(2, limit):
        s = 1
        for d in range(2, int(n ** 0.5) + 1):
            if n % d == 0:
                s += d
                if d != n // d:
                    s += n // d
        if s == n:
            found.append(n)
    return found


def main():
    print("sums", sums(1500000))
    print("coprime", coprime_pairs(800))
    print("perfect", perfect(10000))


if __name__ == "__main__":
    main()
