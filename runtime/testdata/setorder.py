# Random set operations; TestSetOrder does the same and compares the order of items.
x = 12345


def rnd(n):
    global x
    x = (x * 1103515245 + 12345) & 0x7FFFFFFF
    return (x >> 8) % n


def show(s):
    h = 0
    for v in s:
        h = (h * 31 + v) & 0xFFFFFFFF
    return h


sets = [set(), set(), set()]
for step in range(4000):
    i, j, k = rnd(3), rnd(3), rnd(3)
    a, b = sets[i], sets[j]
    op = rnd(16)
    if op < 5:
        for _ in range(rnd(40)):
            a.add(rnd(1000) * (1 + rnd(3)))
    elif op == 5:
        for _ in range(rnd(10)):
            a.discard(rnd(1000))
    elif op == 6:
        for _ in range(min(rnd(10), len(a))):
            a.pop()
    elif op == 7:
        sets[k] = a | b
    elif op == 8:
        sets[k] = a & b
    elif op == 9:
        sets[k] = a - b
    elif op == 10:
        sets[k] = a ^ b
    elif op == 11:
        a |= b
    elif op == 12:
        a -= b
    elif op == 13:
        a ^= b
    elif op == 14:
        sets[k] = set(list(a)[rnd(5):])
    elif op == 15 and rnd(8) == 0:
        a.clear()
    if len(a) > 400:
        a &= b
    if step % 20 == 0:
        print(step, len(a), show(a), show(b), show(sets[k]), hash(frozenset(a)))
print(hash(()), hash((1, 2, 3)), hash((1, (2, -1), -2)), hash(frozenset([1, 2, frozenset([3])])))
print(hash(range(3)), hash(range(5, 20, 3)))
