"""Conway's game of life, on a grid of lists and on a set of live cells."""


def step_grid(grid):
    height, width = len(grid), len(grid[0])
    new = []
    for y in range(height):
        above, here, below = grid[y - 1], grid[y], grid[(y + 1) % height]
        row = []
        for x in range(width):
            left, right = x - 1, (x + 1) % width
            n = (above[left] + above[x] + above[right] + here[left] + here[right]
                 + below[left] + below[x] + below[right])
            row.append(1 if n == 3 or (n == 2 and here[x]) else 0)
        new.append(row)
    return new


def step_set(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = (x + dx, y + dy)
                    counts[key] = counts.get(key, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in cells)}


def main():
    width, height = 80, 60
    grid = [[1 if (x * 7 + y * 11 + x * y // 3) % 5 < 2 else 0 for x in range(width)] for y in range(height)]
    for _ in range(190):
        grid = step_grid(grid)
    print("grid", sum(map(sum, grid)))
    for row in grid[:4]:
        print("".join(".#"[c] for c in row))
    cells = {(y, x) for y, x in ((1, 0), (3, 1), (0, 2), (1, 2), (4, 2), (5, 2), (6, 2))}
    for _ in range(300):
        cells = step_set(cells)
    print("set", len(cells), min(cells), max(cells))


if __name__ == "__main__":
    main()
