# Shortest paths, spanning tree, topological order, strongly connected components
import heapq
from collections import defaultdict, deque
EDGES = [("a", "b", 4), ("a", "c", 2), ("b", "c", 5), ("b", "d", 10), ("c", "e", 3), ("e", "d", 4), ("d", "f", 11), ("g", "h", 1)]
g = defaultdict(dict)
for u, v, w in EDGES: g[u][v] = g[v][u] = w
def dijkstra(s):
    dist, prev, heap = {s: 0}, {}, [(0, s)]
    while heap:
        d, u = heapq.heappop(heap)
        if d > dist[u]: continue
        for v, w in sorted(g[u].items()):
            if d + w < dist.get(v, float("inf")):
                dist[v], prev[v] = d + w, u
                heapq.heappush(heap, (d + w, v))
    return dist, prev
dist, prev = dijkstra("a")
def path(t):
    out = [t]
    while t in prev: t = prev[t]; out.append(t)
    return out[::-1]
print(sorted(dist.items()), path("f"), "g" in dist)
parent = {}
def find(x):
    while parent.setdefault(x, x) != x: x = parent[x]
    return x
tree = []
for w, u, v in sorted((w, u, v) for u, v, w in EDGES):
    if find(u) != find(v):
        parent[find(u)] = find(v)
        tree.append((u, v, w))
print(tree, sum(w for *_, w in tree))
deps = {"app": ["lib", "util"], "lib": ["core"], "util": ["core", "log"], "log": [], "core": []}
def topo(d):
    indeg = {n: 0 for n in d}
    for n in d:
        for m in d[n]: indeg[m] += 1
    q, out = deque(sorted(n for n in d if not indeg[n])), []
    while q:
        n = q.popleft()
        out.append(n)
        for m in d[n]:
            indeg[m] -= 1
            if not indeg[m]: q.append(m)
    if len(out) < len(d): raise ValueError("cycle")
    return out
print(topo(deps))
try: topo({"a": ["b"], "b": ["a"]})
except ValueError as e: print(e)
def scc(graph):
    index, low, stack, on, out = {}, {}, [], set(), []
    def visit(v):
        index[v] = low[v] = len(index)
        stack.append(v); on.add(v)
        for w in graph.get(v, ()):
            if w not in index: visit(w); low[v] = min(low[v], low[w])
            elif w in on: low[v] = min(low[v], index[w])
        if low[v] == index[v]:
            comp = []
            while True:
                w = stack.pop(); on.discard(w); comp.append(w)
                if w == v: break
            out.append(sorted(comp))
    for v in graph:
        if v not in index: visit(v)
    return out
print(scc({1: [2], 2: [3], 3: [1], 4: [3, 5], 5: [6], 6: [5], 7: []}))
grid = ["S.#.", "..#.", ".#..", "...E"]
def bfs():
    start = (0, 0)
    q, seen = deque([(start, 0)]), {start}
    while q:
        (r, c), d = q.popleft()
        if grid[r][c] == "E": return d
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            n = (r + dr, c + dc)
            if 0 <= n[0] < 4 and 0 <= n[1] < 4 and grid[n[0]][n[1]] != "#" and n not in seen: seen.add(n); q.append((n, d + 1))
print(bfs())
