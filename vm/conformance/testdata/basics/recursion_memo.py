# Memoised recursion by dict, decorator and lru_cache; binomials, paths, edit distance, knapsack
from functools import lru_cache
def memo(f):
    cache = {}
    def inner(*a):
        if a not in cache: cache[a] = f(*a)
        return cache[a]
    inner.cache = cache
    return inner
@memo
def binom(n, k): return 1 if k in (0, n) else binom(n - 1, k - 1) + binom(n - 1, k)
@lru_cache(None)
def edit(a, b): return len(a) + len(b) if not a or not b else edit(a[1:], b[1:]) if a[0] == b[0] else 1 + min(edit(a[1:], b), edit(a, b[1:]), edit(a[1:], b[1:]))
@memo
def knap(i, cap):
    if i == len(items): return 0
    w, v = items[i]
    best = knap(i + 1, cap)
    return max(best, v + knap(i + 1, cap - w)) if w <= cap else best
items = [(12, 4), (2, 2), (1, 1), (1, 2), (4, 10)]
@lru_cache(maxsize=None)
def coins(n, kinds): return 1 if n == 0 else 0 if n < 0 or not kinds else coins(n, kinds[1:]) + coins(n - kinds[0], kinds)
print(binom(30, 15), len(binom.cache), edit("kitten", "sitting"), knap(0, 15), coins(100, (50, 25, 10, 5, 1)), edit.cache_info().misses > 10)
