# Loop patterns: search with else, accumulate, nested break by function, flags, zip_longest by hand
def find(l, x):
    for i, v in enumerate(l):
        if v == x: break
    else: return "missing"
    return i
print(find("abc", "b"), find([], 1), find([1, 2], 3))
def first_pair(n, target):
    for a in range(n):
        for b in range(a, n):
            if a * b == target: return a, b
print(first_pair(10, 24), first_pair(3, 99))
total = product = 1
for i in range(1, 6): total += i; product *= i
print(total, product)
for a in range(2, 20):
    if all(a % b for b in range(2, a)): print(a, end=" ")
print()
n, steps = 27, 0
while n != 1: n = n // 2 if n % 2 == 0 else 3 * n + 1; steps += 1
print(steps)
for i in range(1, 4): print(" " * (3 - i) + "*" * (2 * i - 1))
pairs = [(i, j) for i in range(3) for j in range(3) if i != j]
print(len(pairs), pairs[:3], sum(i for i, _ in pairs))
k = 0
while True:
    k += 1
    if k == 2: continue
    if k > 4: break
    print(k, end=" ")
print(k)
