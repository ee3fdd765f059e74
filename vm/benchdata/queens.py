"""The n-queens puzzle, by lists and by bit masks."""


def safe(columns, row, column):
    for r in range(row):
        c = columns[r]
        if c == column or abs(c - column) == row - r:
            return False
    return True


def solve(n):
    columns = [0] * n
    solutions = []

    def place(row):
        if row == n:
            solutions.append(tuple(columns))
            return
        for column in range(n):
            if safe(columns, row, column):
                columns[row] = column
                place(row + 1)

    place(0)
    return solutions


def count_bits(n, columns=0, left=0, right=0):
    full = (1 << n) - 1
    if columns == full:
        return 1
    count = 0
    free = full & ~(columns | left | right)
    while free:
        bit = free & -free
        free ^= bit
        count += count_bits(n, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    return count


def main():
    found = solve(9)
    print("lists", len(found), found[0])
    print("bits", [count_bits(n) for n in range(1, 13)])


if __name__ == "__main__":
    main()
