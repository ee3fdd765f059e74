# Comprehensions have their own scope; the first iterable is evaluated outside; walrus leaks out
i = "kept"
print([i for i in range(3)], i)
print({i: i for i in range(2)}, {i for i in range(2)}, list(i for i in "ab"), i)

def f():
    data = [1, 2]
    return [x + len(data) for x in data]

print(f())

class C:
    items = [1, 2, 3]
    size = 2
    doubled = [n * 2 for n in items]
    try:
        bad = [n * size for n in items]
    except NameError as e:
        print(type(e).__name__, e)
    pairs = [(a, b) for a in items for b in (a,)]

print(C.doubled, C.pairs)

print([y := n * n for n in range(4)], y)

def walrus():
    found = any((hit := n) > 2 for n in [1, 2, 3, 4])
    return found, hit

print(walrus())

def g():
    total = 0
    parts = [total := total + n for n in [1, 2, 3]]
    return parts, total

print(g())

funcs = [lambda: n for n in range(3)]
print([fn() for fn in funcs])
funcs = [lambda n=n: n for n in range(3)]
print([fn() for fn in funcs])

def raising():
    raise ValueError("first iterable")

try:
    gen = (n for n in raising())
except ValueError as e:
    print("eager:", e)
gen = (n for n in [1] for m in raising())
try:
    next(gen)
except ValueError as e:
    print("lazy:", e)
