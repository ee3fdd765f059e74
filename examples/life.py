"""Conway's game of life on an endless board, a few generations of a glider gun.

    minipy examples/life.py [GENERATIONS]
"""

import sys
from collections import Counter
from itertools import product

GUN = """
........................O...........
......................O.O...........
............OO......OO............OO
...........O...O....OO............OO
OO........O.....O...OO..............
OO........O...O.OO....O.O...........
..........O.....O.......O...........
...........O...O....................
............OO......................
"""


def parse(text):
    rows = text.strip("\n").splitlines()
    return {(x, y) for y, row in enumerate(rows) for x, ch in enumerate(row) if ch == "O"}


def step(cells):
    around = [d for d in product((-1, 0, 1), repeat=2) if d != (0, 0)]
    neighbours = Counter((x + dx, y + dy) for x, y in cells for dx, dy in around)
    return {cell for cell, n in neighbours.items() if n == 3 or (n == 2 and cell in cells)}


def show(cells):
    xs, ys = [x for x, _ in cells], [y for _, y in cells]
    for y in range(min(ys), max(ys) + 1):
        print("".join("O" if (x, y) in cells else "." for x in range(min(xs), max(xs) + 1)))


def main(generations=75):
    cells = parse(GUN)
    sizes = [len(cells)]
    for _ in range(generations):
        cells = step(cells)
        sizes.append(len(cells))
    print(f"after {generations} generations {sizes[-1]} cells live (at most {max(sizes)})")
    show(cells)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
