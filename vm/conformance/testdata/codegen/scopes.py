# Cells, comprehensions and what a comprehension compiled in place must not show.
def leak():
    y = "outer"
    a = [y for y in range(3)]
    b = {y: y * 2 for y in range(3)}
    c = {y % 2 for y in range(3)}
    d = [(x, y) for x in a for y in b if x != y]
    return y, a, b, sorted(c), len(d)


def closures():
    fs = [lambda: i for i in range(3)]
    gs = [lambda i=i: i for i in range(3)]
    hs = [(lambda: (i, j)) for i in range(2) for j in range(2)]
    return [f() for f in fs], [g() for g in gs], [h() for h in hs]


def outer_cell(n):
    def get():
        return n
    r = [n + i for i in range(3)]
    n += 1
    s = [(lambda: n)() for i in range(2)]
    t = [[n * i for i in range(2)] for n in range(2)]
    return r, s, t, get()


def recursion(k):
    return [recursion(k - 1) for _ in range(2)] if k else k


def nested(m):
    return [[(r, c, v) for c, v in enumerate(row) if v] for r, row in enumerate(m)]


def own_name(x):
    x = [x for x in x]
    x = {x: [x for x in range(x)] for x in x}
    return x


def conditions(xs):
    return [a if a > 1 else -a for a in xs if a if a != 3 for b in [a * 2] if b]


def walrus_scope():
    total = 0
    sums = [total := total + v for v in range(5)]
    any((hit := v) > 2 for v in range(5))
    return total, sums, hit


def unbound():
    try:
        return [x for x in range(3) if y0 for y0 in range(2)]
    except NameError as e:
        return type(e).__name__, str(e)


def second():
    try:
        return [b for a in range(3) for b in b]
    except NameError as e:
        return type(e).__name__, str(e)


def generator():
    g = ((x, y) for x in range(2) for y in (yield_ for yield_ in "ab"))
    return list(g)


def gen_late():
    n = 1
    g = (n for _ in range(2))
    n = 5
    return list(g)


def in_generator():
    x = yield 'first'
    for i in [j * j for j in range(3)]:
        yield i
    yield from {k: v for k, v in zip("ab", [x] * 2)}


class Body:
    n = 3
    a = [i for i in range(n)]
    try:
        b = [n for i in range(2)]
    except NameError as e:
        b = str(e)
    c = list(i for i in range(n))

    def method(self):
        return [self.n + i for i in self.a], [__class__.__name__ for _ in range(2)]

    def sup(self):
        return [super(Body, self).__repr__ is not None for _ in range(1)]


def exceptions():
    out = []
    for v in (1, 0):
        try:
            out.append([1 / i for i in (2, v)])
        except ZeroDivisionError:
            out.append("zero")
    return out


def arguments():
    return max([i for i in range(3)], [i * 2 for i in range(2)]), "".join([str(i) for i in range(3)]) + "".join(
        [c for c in "xyz"])


def targets():
    d = {}
    l = [0]
    [0 for d["k"] in range(3)]
    [0 for l[0], d["j"] in [(7, 8)]]
    return d, l, [(a, b, c) for a, (b, *c) in [(1, (2, 3, 4))]]


def dels():
    x = 1
    def g():
        return x
    del x
    try:
        g()
    except NameError as e:
        a = str(e)
    try:
        x
    except NameError as e:
        b = type(e).__name__, str(e)
    x = 2
    return a, b, g()


def params(a, b=1, *c, d, e=2, **f):
    def inner():
        nonlocal a, c
        a += 1
        c += (d,)
        return a, b, c, d, e, f
    return inner(), a, c


def counter():
    n = 0
    def up():
        nonlocal n
        n += 1
        return n
    def reset():
        nonlocal n
        del n
        n = 0
    return up, reset


class Private:
    __x = 1
    def __init__(self): self.__y = self.__x
    def get(self):
        __z = 3
        return [self.__y + self.__x + __z for _ in range(1)], (lambda: self.__y)(), locals()


print(leak(), closures(), outer_cell(3), recursion(2))
print(nested([[1, 0], [0, 2]]), own_name([1, 2]), conditions([0, 1, 2, 3]))
print(walrus_scope(), unbound(), second(), generator(), gen_late(), list(in_generator()))
print(Body.a, Body.b, Body.c, Body().method(), Body().sup(), exceptions(), arguments(), targets(), dels())
print(params(1, 2, 3, d=4, z=5), params(0, d=1))
up, reset = counter()
print(up(), up(), reset(), up())
print(sorted(Private().get()[2]), Private().get()[:2], [k for k in Private.__dict__ if "x" in k])
i = "module"
print([i for i in range(3)], i, [j for j in [i]], [(k := j) for j in range(3)], k)
print([[i for i in range(j)] for j in range(3)], i)
