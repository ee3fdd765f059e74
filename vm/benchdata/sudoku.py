"""Constraint solving: sudoku by propagation and search, and a zebra-like puzzle by backtracking."""

DIGITS = "123456789"
ROWS = "ABCDEFGHI"


def cross(a, b):
    return [x + y for x in a for y in b]


SQUARES = cross(ROWS, DIGITS)
UNITLIST = (
    [cross(ROWS, c) for c in DIGITS]
    + [cross(r, DIGITS) for r in ROWS]
    + [cross(rs, cs) for rs in ("ABC", "DEF", "GHI") for cs in ("123", "456", "789")]
)
UNITS = {s: [u for u in UNITLIST if s in u] for s in SQUARES}
PEERS = {s: sorted(set(sum(UNITS[s], [])) - {s}) for s in SQUARES}


def assign(values, square, digit):
    for other in values[square].replace(digit, ""):
        if not eliminate(values, square, other):
            return False
    return True


def eliminate(values, square, digit):
    if digit not in values[square]:
        return True
    values[square] = values[square].replace(digit, "")
    left = values[square]
    if not left:
        return False
    if len(left) == 1:
        for peer in PEERS[square]:
            if not eliminate(values, peer, left):
                return False
    for unit in UNITS[square]:
        places = [s for s in unit if digit in values[s]]
        if not places:
            return False
        if len(places) == 1 and not assign(values, places[0], digit):
            return False
    return True


def search(values):
    if values is None:
        return None
    open_squares = [s for s in SQUARES if len(values[s]) > 1]
    if not open_squares:
        return values
    square = min(open_squares, key=lambda s: (len(values[s]), s))
    for digit in values[square]:
        copy = dict(values)
        solved = search(copy if assign(copy, square, digit) else None)
        if solved:
            return solved
    return None


def solve(grid):
    values = {s: DIGITS for s in SQUARES}
    for square, ch in zip(SQUARES, grid):
        if ch in DIGITS and not assign(values, square, ch):
            return None
    return search(values)


PUZZLES = [
    "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..",
    "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
]


def colour_map(neighbours, colours):
    names = sorted(neighbours)
    chosen = {}
    tried = 0

    def place(i):
        nonlocal tried
        if i == len(names):
            return 1
        count = 0
        for colour in colours:
            tried += 1
            if all(chosen.get(n) != colour for n in neighbours[names[i]]):
                chosen[names[i]] = colour
                count += place(i + 1)
                del chosen[names[i]]
        return count

    return place(0), tried


def main():
    for n in (0, 1, 2, 0, 1, 2) * 3:
        solved = solve(PUZZLES[n])
        print("sudoku", "".join(solved[s] for s in SQUARES) if solved else None)
    ring = {i: [(i + 1) % 11, (i - 1) % 11, (i + 3) % 11, (i - 3) % 11] for i in range(11)}
    print("colours", *colour_map(ring, "rgbk"))


if __name__ == "__main__":
    main()
