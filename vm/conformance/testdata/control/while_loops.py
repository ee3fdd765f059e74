# while: else, break, continue, nested, conditions with side effects
n = 5
while n > 0:
    n -= 1
    if n == 3: continue
    if n == 1: break
    print(n)
else: print("else")
print("n", n)
i = 0
while i < 3:
    j = 0
    while True:
        j += 1
        if j > i: break
    else: print("never")
    i += 1
else: print("outer else", i, j)
while False: print("never")
else: print("else of while False")
while 1:
    while 1: break
    break
def f():
    while True:
        try: return "returned"
        finally: print("finally in loop")
print(f())
k = 10
while k := k // 2: print(k, end=" ")
print(k)
x = [1, 2, 3]
while x: print(x.pop(), end=" ")
print()
while not x: x.append(0)
print(x)
def gen():
    n = 0
    while True:
        r = yield n
        n = r if r is not None else n + 1
        if n > 5: return
g = gen()
print(next(g), next(g), g.send(4), next(g), next(g, "end"))
m = 0
while m < 10: m += 3
print(m)
