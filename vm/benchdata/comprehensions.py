"""Comprehensions of every kind, nested and with conditions."""


def triples(n):
    return [(a, b, c) for c in range(1, n) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c]


def transpose(matrix):
    return [[row[i] for row in matrix] for i in range(len(matrix[0]))]


def main():
    total = 0
    for k in range(100):
        squares = [n * n for n in range(10000) if n % 3 == k % 3]
        total += sum(squares)
    print("squares", total)
    print("triples", len(triples(250)))
    matrix = [[r * c for c in range(120)] for r in range(120)]
    for _ in range(20):
        matrix = transpose(matrix)
    print("transpose", matrix[3][5], matrix[119][119])
    index = {n: str(n) for n in range(200000)}
    lengths = {len(s) for s in index.values()}
    print("dict", len(index), sorted(lengths))
    print("any", sum(1 for n in range(2, 9000) if not any(n % d == 0 for d in range(2, int(n ** 0.5) + 1))))
    words = [chr(97 + i % 26) * (i % 5 + 1) for i in range(50000)]
    print("nested", sum(len({c for c in w}) + len([c for c in w if c > "m"]) for w in words))
    pairs = {(a, b): a ^ b for a in range(300) for b in range(300) if a < b}
    print("pairs", len(pairs), sum(pairs.values()))


if __name__ == "__main__":
    main()
