"""Set work: membership, unions, intersections, differences, flood fill, primes, subsets."""


def flood(width, height, walls):
    start = (0, 0)
    seen = {start}
    frontier = {start}
    steps = 0
    while frontier:
        following = set()
        for x, y in frontier:
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                p = (x + dx, y + dy)
                if 0 <= p[0] < width and 0 <= p[1] < height and p not in walls and p not in seen:
                    following.add(p)
        seen |= following
        frontier = following
        steps += 1
    return len(seen), steps


def algebra(n):
    threes = set(range(0, n, 3))
    fives = set(range(0, n, 5))
    total = 0
    for i in range(60):
        either = threes | fives
        both = threes & fives
        only = threes - fives
        odd = threes ^ fives
        total += len(either) + len(both) + len(only) + len(odd)
        threes.discard(i * 3)
        fives.add(n + i)
        if both <= either and not only & both:
            total += 1
    return total


def distinct_sums(limit):
    sums = set()
    for a in range(limit):
        for b in range(a, limit):
            sums.add(a * a + b * b)
    return len(sums)


def anagrams(words):
    families = {}
    for word in words:
        families.setdefault(frozenset(word), set()).add(word)
    return max(len(f) for f in families.values()), len(families)


def main():
    walls = {(x * 5 % 200, x * 7 % 200) for x in range(1, 3000)}
    print("flood", *flood(300, 300, walls))
    print("algebra", algebra(30000))
    print("sums", distinct_sums(1100))
    words = ["".join(chr(97 + (i * k + 3 * k) % 9) for k in range(1, 6)) for i in range(50000)]
    print("anagrams", *anagrams(words))


if __name__ == "__main__":
    main()
