"""Matrix work on lists of lists: product, transpose, determinant, inverse, power."""

from fractions import Fraction


def matmul(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def matmul_loops(a, b):
    n, m, p = len(a), len(b), len(b[0])
    result = [[0] * p for _ in range(n)]
    for i in range(n):
        row = a[i]
        out = result[i]
        for k in range(m):
            x = row[k]
            other = b[k]
            for j in range(p):
                out[j] += x * other[j]
    return result


def determinant(matrix):
    m = [row[:] for row in matrix]
    n = len(m)
    det = 1.0
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i]))
        if m[p][i] == 0:
            return 0.0
        if p != i:
            m[i], m[p] = m[p], m[i]
            det = -det
        det *= m[i][i]
        for r in range(i + 1, n):
            f = m[r][i] / m[i][i]
            for c in range(i, n):
                m[r][c] -= f * m[i][c]
    return det


def hilbert_det(n):
    m = [[Fraction(1, i + j + 1) for j in range(n)] for i in range(n)]
    det = Fraction(1)
    for i in range(n):
        det *= m[i][i]
        for r in range(i + 1, n):
            f = m[r][i] / m[i][i]
            for c in range(i, n):
                m[r][c] -= f * m[i][c]
    return det


def main():
    a = [[(i * j + i) % 17 for j in range(150)] for i in range(150)]
    b = [[(i + j * 3) % 13 for j in range(150)] for i in range(150)]
    c = matmul(a, b)
    d = matmul_loops(a, b)
    print("same", c == d, sum(map(sum, c)))
    f = [[((i * 7 + j * 11) % 23) / 23 + (i == j) for j in range(90)] for i in range(90)]
    print("det %.9e" % determinant(f))
    print("hilbert", str(hilbert_det(14).denominator)[:20])


if __name__ == "__main__":
    main()
