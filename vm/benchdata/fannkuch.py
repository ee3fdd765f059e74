"""Pancake flipping: the most flips over all permutations."""


def fannkuch(n):
    count = list(range(1, n + 1))
    order = list(range(n))
    most = checksum = number = 0
    r = n
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        first = order[0]
        if first:
            flips = 0
            p = order[:]
            while first:
                p[: first + 1] = p[first::-1]
                flips += 1
                first = p[0]
            if flips > most:
                most = flips
            checksum += flips if number % 2 == 0 else -flips
        while True:
            if r == n:
                return checksum, most
            order.insert(r, order.pop(0))
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
        r += 1 if r == 0 else 0
        number += 1


def main():
    print("fannkuch", *fannkuch(9))


if __name__ == "__main__":
    main()
