# Evaluation order and registers: what a shortcut in code generation would break.
log = []


def t(x):
    log.append(x)
    return x


class O:
    def __init__(self, name):
        self.__dict__["name"] = name

    def __getattr__(self, a):
        if a.startswith("__"):
            raise AttributeError(a)
        log.append(f"get {a}")
        return O(a)

    def __setattr__(self, a, v):
        log.append(f"set {a} {v!r}")

    def __delattr__(self, a):
        log.append(f"del {a}")

    def __getitem__(self, k):
        log.append(f"getitem {k!r}")
        return 5

    def __setitem__(self, k, v):
        log.append(f"setitem {k!r} {v!r}")

    def __delitem__(self, k):
        log.append(f"delitem {k!r}")

    def __call__(self, *a, **k):
        log.append(f"call {a} {k}")
        return self

    def __repr__(self):
        return f"<{self.name}>"


def show():
    print(log)
    log.clear()


def f():
    o = O("o")
    o.a.b = t(1); show()
    o[t(1)] = t(2); show()
    o.x, o[t(3)], y = t(4), t(5), t(6); show()
    (o.x, [o[t(3)], *z]) = t(4), (t(5), t(6)); show()
    o.a = o.b = o[t(0)] = t(7); show()
    class P: pass
    p = P(); p.x = 1
    p.x += t(1) if False else 1; show()


def g():
    o = O("o")
    o[t(1)] += t(2); show()
    o[t(1):t(2)] = t(3); show()
    o[t(1):t(2):t(3), t(4)]; show()
    del o[t(1)], o.a.b, o[t(2):]; show()
    o.m(t(1), *[t(2)], t(3), k=t(4), **{"z": t(5)}, w=t(6)); show()
    o.m(t(1), k=t(2))(t(3)).n(); show()
    {t(1): t(2), **{t(3): t(4)}, t(5): t(6)}; show()
    [t(1), *[t(2)], t(3)]; show()
    t(1) < t(2) < t(0) < t(9); show()
    t(0) or t(None) or t(5) and t(6) or t(7); show()
    t(1) if t(0) else t(2); show()
    f"{t(1)}{t(2):{t(3)}}{t(4)!r}"; show()
    t(1) in [t(2), t(1)]; show()
    lambda a=t(1), *b, c=t(2): t(3); show()
    x = {t(i): t(j) for i in (1, 2) for j in (3,) if t(True)}; show()


def decorated():
    def d(n):
        log.append(("deco", n))
        return lambda fn: log.append(("apply", n)) or fn

    @d(1)
    @d(2)
    def inner(a: t("ann a") = t("def a"), *, k: t("ann k") = t("def k")) -> t("ret"):
        pass
    show()

    @d(3)
    class C(t(object), metaclass=t(type)):
        log.append("body")
    show()


def walrus(x):
    print(x + (x := 5), x)
    print((x := 1) + (x := 2) * x, x)
    print([x, (x := 10), x])
    print((lambda *a: a)(x, (x := 20), x))
    print({x: (x := 30), x: x})
    print(x < (x := 40) < x + 1)
    y = [0, 0, 0]
    y[x - 40] = (x := 41)
    print(x, y)
    y[(x := 1)] = x
    print(y)
    x, z = (x := 2), x
    print(x, z)
    x += (x := 10)
    print(x)
    print(f"{x}{(x := 3)}{x}")
    print(x if (x := 0) else x)
    print([x for i in range(3) if (x := i)], x)
    while (n := x) > 0:
        x -= 1
    print(n, x)
    print(x[(x := 0):] if (x := "abc") else 1 if False else None, x) if False else None
    a = 1
    b = a, (a := 2), a
    print(b)
    a, b = a + 1, (a := 5)
    print(a, b)
    return x


def swaps(a, b, c):
    a, b = b, a
    print(a, b, c)
    a, b, c = c, a, b
    print(a, b, c)
    a, b = a + b, a - b
    print(a, b)
    a, a = b, c
    print(a)
    (a, b), c = (c, a), b
    print(a, b, c)
    l = [1, 2, 3]
    i = 0
    i, l[i] = 1, 9
    print(i, l)
    l[0], l[1] = l[1], l[0]
    print(l)
    i, l[i], i = 2, 7, 0
    print(i, l)
    a, *b = b, c, a
    print(a, b)
    *a, b = a, b
    print(a, b)
    for a, b in [(1, 2), (3, 4)]:
        a, b = b, a
        print(a, b)
    for l[0], i in [(5, 6)]:
        print(l, i)
    x = y = z = []
    x.append(1)
    print(x is y is z, x)
    a = b = c = 5
    print(a, b, c)
    a = b = a + 1
    print(a, b)
    return a


def half_made():
    x = "old"
    try:
        x = [1, 2, 1 / 0]
    except ZeroDivisionError:
        print(x)
    try:
        x = 0 or 1 / 0
    except ZeroDivisionError:
        print(x)
    try:
        x = {1: 2, **{3: 4}, 5: 1 / 0}
    except ZeroDivisionError:
        print(x)
    try:
        x, y = 1, 1 / 0
    except ZeroDivisionError:
        print(x)
    try:
        x = [i for i in (1, 2)] + [1 / i for i in (1, 0)]
    except ZeroDivisionError:
        print(x)
    try:
        x = y = 1 / 0
    except ZeroDivisionError:
        print(x)
    try:
        x, y = 1,
    except ValueError as e:
        print(x, e)
    try:
        x, y, z = iter([1, 2])
    except ValueError as e:
        print(x, e)
    try:
        for x, y in [(1, 2), (3,)]:
            pass
    except ValueError as e:
        print(x, e)
    try:
        y
    except UnboundLocalError as e:
        print("?", e)
    x = x if x else x
    x = (x or x) and x
    print(x)
    x = f"{x}{x}" + (x and "z" or x)


f()
g()
decorated()
walrus(3)
swaps(1, 2, 3)
try:
    half_made()
except TypeError as e:
    print(e)
