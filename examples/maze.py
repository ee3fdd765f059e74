"""Make a maze and find the shortest way through it.

    minipy examples/maze.py [WIDTH [HEIGHT [SEED]]]

The maze is carved by a depth-first walk with backtracking; the way from the
top left to the bottom right is found breadth first and drawn with dots.
"""

import random
import sys
from collections import deque

STEPS = [(0, -1), (1, 0), (0, 1), (-1, 0)]


def carve(width, height, rng):
    """Return the set of open cells of a grid of (2*width+1) x (2*height+1)."""
    open_cells = {(1, 1)}
    stack = [(1, 1)]
    while stack:
        x, y = stack[-1]
        choices = []
        for dx, dy in STEPS:
            nx, ny = x + 2 * dx, y + 2 * dy
            if 0 < nx < 2 * width and 0 < ny < 2 * height and (nx, ny) not in open_cells:
                choices.append((nx, ny, x + dx, y + dy))
        if not choices:
            stack.pop()
            continue
        nx, ny, wx, wy = rng.choice(choices)
        open_cells |= {(nx, ny), (wx, wy)}
        stack.append((nx, ny))
    return open_cells


def shortest(cells, start, goal):
    """Breadth-first search; the path as a list of cells, or None."""
    came_from = {start: None}
    queue = deque([start])
    while queue:
        cell = queue.popleft()
        if cell == goal:
            path = []
            while cell is not None:
                path.append(cell)
                cell = came_from[cell]
            return path[::-1]
        x, y = cell
        for dx, dy in STEPS:
            neighbour = (x + dx, y + dy)
            if neighbour in cells and neighbour not in came_from:
                came_from[neighbour] = cell
                queue.append(neighbour)
    return None


def draw(width, height, cells, path):
    on_path = set(path)
    for y in range(2 * height + 1):
        row = []
        for x in range(2 * width + 1):
            if (x, y) in on_path:
                row.append("·")
            elif (x, y) in cells:
                row.append(" ")
            else:
                row.append("█")
        print("".join(row))


def main(width=19, height=9, seed=7):
    cells = carve(width, height, random.Random(seed))
    path = shortest(cells, (1, 1), (2 * width - 1, 2 * height - 1))
    draw(width, height, cells, path)
    dead_ends = sum(1 for x, y in cells if sum((x + dx, y + dy) in cells for dx, dy in STEPS) == 1)
    print(f"{len(path) - 1} steps, {dead_ends} dead ends")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
