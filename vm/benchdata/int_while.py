"""Integer arithmetic in while loops: a linear congruential generator and Collatz chains."""


def lcg(count):
    x = 12345
    total = 0
    i = 0
    while i < count:
        x = (x * 1103515245 + 12345) % 2147483648
        total += x & 0xFF
        i += 1
    return total


def collatz(limit):
    best, best_length = 1, 1
    n = 1
    while n < limit:
        m = n
        length = 1
        while m != 1:
            if m % 2 == 0:
                m //= 2
            else:
                m = 3 * m + 1
            length += 1
        if length > best_length:
            best, best_length = n, length
        n += 1
    return best, best_length


def main():
    print("lcg", lcg(1500000))
    print("collatz", *collatz(20000))


if __name__ == "__main__":
    main()
