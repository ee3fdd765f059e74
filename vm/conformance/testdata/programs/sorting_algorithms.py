# Sorting algorithms compared with sorted()
import random, heapq
def insertion(a):
    for i in range(1, len(a)):
        x, j = a[i], i
        while j and a[j - 1] > x: a[j] = a[j - 1]; j -= 1
        a[j] = x
    return a
def merge(a):
    if len(a) < 2: return a
    m = len(a) // 2
    l, r, out = merge(a[:m]), merge(a[m:]), []
    while l and r: out.append((l if l[0] <= r[0] else r).pop(0))
    return out + l + r
def quick(a): return a if len(a) < 2 else quick([x for x in a[1:] if x < a[0]]) + [a[0]] + quick([x for x in a[1:] if x >= a[0]])
def heap(a):
    n = len(a)
    def down(i, n):
        while (c := 2 * i + 1) < n:
            if c + 1 < n and a[c + 1] > a[c]: c += 1
            if a[i] >= a[c]: break
            a[i], a[c] = a[c], a[i]
            i = c
    for i in reversed(range(n // 2)): down(i, n)
    for end in range(n - 1, 0, -1): a[0], a[end] = a[end], a[0]; down(0, end)
    return a
def shell(a):
    gap = len(a) // 2
    while gap:
        for i in range(gap, len(a)):
            j = i
            while j >= gap and a[j - gap] > a[j]: a[j - gap], a[j] = a[j], a[j - gap]; j -= gap
        gap //= 2
    return a
def counting(a):
    lo, c = min(a), [0] * (max(a) - min(a) + 1)
    for x in a: c[x - lo] += 1
    return [i + lo for i, n in enumerate(c) for _ in range(n)]
def radix(a):
    for s in range(0, 16, 4):
        b = [[] for _ in range(16)]
        for x in a: b[x >> s & 15].append(x)
        a = sum(b, [])
    return a
def bubble(a):
    done = False
    while not done:
        done = True
        for i in range(len(a) - 1):
            if a[i] > a[i + 1]: a[i], a[i + 1], done = a[i + 1], a[i], False
    return a
def heapq_sort(a):
    h = a[:]
    heapq.heapify(h)
    return [heapq.heappop(h) for _ in range(len(h))]
rng = random.Random(5)
data = [rng.randrange(1000) for _ in range(120)]
for f in (insertion, merge, quick, heap, shell, counting, radix, bubble, heapq_sort): print(f.__name__, f(data[:]) == sorted(data), f([5, 3, 5, 1]), f(list(range(9, 0, -1))))
def bisect_find(a, x):
    lo, hi = 0, len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] < x: lo = mid + 1
        else: hi = mid
    return lo
s = sorted(data)
print([bisect_find(s, x) for x in (0, 500, 999)], s[:5], s[-5:], sum(data))
