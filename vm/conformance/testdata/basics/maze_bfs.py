# Breadth-first and depth-first search in a grid, with path reconstruction
GRID = ["S..#....", ".#.#.##.", ".#...#..", ".####.#.", "......#E"]
H, W = len(GRID), len(GRID[0])
cells = {(r, c): ch for r, row in enumerate(GRID) for c, ch in enumerate(row)}
start, = (k for k, v in cells.items() if v == "S")
end, = (k for k, v in cells.items() if v == "E")
def near(p):
    for d in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        q = (p[0] + d[0], p[1] + d[1])
        if cells.get(q, "#") != "#": yield q
def bfs():
    prev, queue = {start: None}, [start]
    for p in queue:
        if p == end: break
        for q in near(p):
            if q not in prev: prev[q] = p; queue.append(q)
    path, p = [], end
    while p: path.append(p); p = prev[p]
    return path[::-1]
def dfs(p, seen=frozenset()):
    if p == end: return 1
    return sum(dfs(q, seen | {p}) for q in near(p) if q not in seen)
path = bfs()
print(len(path), path[0], path[-1], dfs(start))
for r in range(H): print("".join("*" if (r, c) in path and cells[r, c] == "." else cells[r, c] for c in range(W)))
