# Deeply nested control flow: loops in functions in loops with closures and early exits
def primes(limit):
    found = []
    for n in range(2, limit):
        for p in found:
            if p * p > n:
                found.append(n)
                break
            if n % p == 0: break
        else: found.append(n)
    return found
print(primes(60))
def search(grid, target):
    for r, row in enumerate(grid):
        for c, v in enumerate(row):
            if v == target: return r, c
    return None
print(search([[1, 2], [3, 4]], 3), search([[1]], 9))
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
        if steps > 1000: raise RuntimeError
    return steps
print([collatz(n) for n in range(1, 15)], max(range(1, 300), key=collatz))
def spiral(n):
    g = [[0] * n for _ in range(n)]
    r = c = 0
    dr, dc = 0, 1
    for k in range(1, n * n + 1):
        g[r][c] = k
        if not (0 <= r + dr < n and 0 <= c + dc < n) or g[r + dr][c + dc]: dr, dc = dc, -dr
        r, c = r + dr, c + dc
    return g
for row in spiral(4): print(row)
def pascal(n):
    row = [1]
    for _ in range(n):
        yield row
        row = [a + b for a, b in zip([0] + row, row + [0])]
print(*pascal(5))
def hanoi(n):
    stacks = [list(range(n, 0, -1)), [], []]
    moves = 0
    def move(k, a, b, c):
        nonlocal moves
        if k:
            move(k - 1, a, c, b)
            stacks[c].append(stacks[a].pop())
            moves += 1
            move(k - 1, b, a, c)
    move(n, 0, 1, 2)
    return moves, stacks
print(hanoi(5))
def gcd_table(n): return [[(lambda f, a, b: f(f, a, b))(lambda f, a, b: a if b == 0 else f(f, b, a % b), i, j) for j in range(1, n)] for i in range(1, n)]
print(gcd_table(6))
def levenshtein(a, b):
    prev = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        cur = [i]
        for j, cb in enumerate(b, 1): cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (ca != cb)))
        prev = cur
    return prev[-1]
print(levenshtein("kitten", "sitting"), levenshtein("", "abc"), levenshtein("flaw", "lawn"))
