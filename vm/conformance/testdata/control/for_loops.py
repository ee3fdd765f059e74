# for: targets of all kinds, else, loop variable after, changing range bounds
for i in range(3): pass
print(i)
for i in []: pass
else: print("else of empty", i)
for i in range(5):
    if i == 2: continue
    if i == 4: break
    print(i, end=" ")
else: print("no")
print(i)
for a, b in [(1, 2), (3, 4)]: print(a + b, end=" ")
for a, (b, *c) in [(1, (2, 3, 4))]: print(a, b, c)
d = {}
for d["k"] in range(3): pass
print(d)
class O: pass
for O.x in "ab": pass
print(O.x)
l = [0]
for l[0] in (5, 6): pass
print(l)
for x in 1, 2, 3: print(x, end=",")
for x in (y for y in "z"): print(x)
for _ in range(2):
    for _ in range(2): print(_, end=" ")
    print(_)
n = 3
for i in range(n):
    n += 5
    i *= 10
print(i, n)
for i in range(3):
    for j in range(3):
        if j == 1: break
    else: print("inner else")
    if i == 1: break
else: print("outer else")
print(i, j)
for i in range(10, 0, -3): print(i, end=" ")
for c in "añ": print(c, end=" ")
for k in {"x": 1}: print(k, end=" ")
for k, v in {"y": 2}.items(): print(k, v, end=" ")
for i, (k, v) in enumerate({"z": 3}.items()): print(i, k, v)
def f():
    for i in range(3): yield i; print("after", i)
for x in f():
    if x == 1: break
print(x, [i for i in range(2)], i)
for i in range(-5, 5, 4): print(i, end=" ")
for i in range(0): i = "never"
print(i)
it = iter(range(6))
for a in it:
    b = next(it)
    print(a, b, end=";")
print()
for s in ["ab", "cd"]:
    for s in s: print(s, end=" ")
print(s)
