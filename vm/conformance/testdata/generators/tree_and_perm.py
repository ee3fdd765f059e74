# Recursive generators: permutations, partitions, subsets, n-queens, sudoku-like search
def perms(xs):
    if not xs: yield []
    for i, x in enumerate(xs):
        for p in perms(xs[:i] + xs[i + 1:]): yield [x, *p]
print(list(perms([1, 2, 3])), sum(1 for _ in perms(list("abcde"))))
def partitions(n, m=None):
    if n == 0: yield ()
    for k in range(min(n, m or n), 0, -1):
        for rest in partitions(n - k, k): yield (k, *rest)
print(list(partitions(5)))
def subsets(s):
    if s:
        for rest in subsets(s[1:]):
            yield rest
            yield [s[0]] + rest
    else: yield []
print(sorted(subsets("abc")))
def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n: yield cols
    else:
        for c in range(n):
            if c not in cols and row - c not in d1 and row + c not in d2: yield from queens(n, row + 1, cols + (c,), d1 + (row - c,), d2 + (row + c,))
print(next(queens(8)), len(list(queens(6))))
def words(alphabet, n):
    if n: yield from (a + w for a in alphabet for w in words(alphabet, n - 1))
    else: yield ""
print(list(words("ab", 2)), len(list(words("abc", 4))))
def flatten(x): 
    try:
        if isinstance(x, str): raise TypeError
        for y in x: yield from flatten(y)
    except TypeError: yield x
print(list(flatten([1, [2, "abc", (3, [4])], {5: 6}])))
def gray(n):
    if n == 0: yield ""
    else:
        for g in gray(n - 1): yield "0" + g
        for g in reversed(list(gray(n - 1))): yield "1" + g
print(list(gray(3)))
def money(total, coins):
    if total == 0: yield {}
    elif coins:
        c, *rest = coins
        for k in range(total // c, -1, -1):
            for sol in money(total - k * c, rest): yield ({c: k} | sol) if k else sol
print(list(money(12, [10, 5, 2, 1]))[:5], sum(1 for _ in money(20, [10, 5, 2, 1])))
def merge(*its):
    its = [iter(i) for i in its]
    heads = {}
    for k, it in enumerate(its):
        for v in it:
            heads[k] = v
            break
    while heads:
        k = min(heads, key=lambda k: (heads[k], k))
        yield heads.pop(k)
        for v in its[k]:
            heads[k] = v
            break
print(list(merge([1, 4, 9], [2, 3, 10], [5])))
