# Cells in loops, del, try/except names, walrus, class bodies and default arguments
def f():
    fs = []
    for i in range(3):
        x = i * 10
        fs.append(lambda: (i, x))
    r = [g() for g in fs]
    i = 99
    return r, [g() for g in fs]
print(f())
def g():
    def get(): return v
    out = []
    for v in "ab":
        out.append(get())
    del v
    try: get()
    except NameError as e: out.append(str(e))
    v = "back"
    out.append(get())
    return out
print(g())
def h():
    try: raise KeyError("k")
    except KeyError as e:
        show = lambda: repr(e)
        inside = show()
    try: return inside, show()
    except NameError as err: return inside, str(err)
print(h())
def w():
    fs = [lambda: y for z in range(3) if (y := z)]
    return [k() for k in fs], y
print(w())
def c():
    n = 1
    class K:
        n = 2
        def m(self): return n
        f = lambda self: n
        o = [n for _ in range(1)]
    return K().m(), K().f(), K.o, K.n
print(c())
def p(a, b=1, *c, d=2, **e):
    def inner():
        nonlocal a, b
        a += 1; b += 1
        return a, b, c, d, e
    return inner(), inner(), a, b
print(p(10, 20, 30, d=40, z=50))
def rec():
    def fact(n): return 1 if n < 2 else n * fact(n - 1)
    def even(n): return n == 0 or odd(n - 1)
    def odd(n): return n != 0 and even(n - 1)
    return fact(10), even(10), odd(7)
print(rec())
def counter():
    c = 0
    def inc(by=1):
        nonlocal c
        c += by
        return c
    inc.reset = lambda: inc.__closure__[0]
    return inc
k = counter()
print(k(), k(5), k.reset().cell_contents)
def many():
    a = b = c = d = e = 1
    def x():
        nonlocal a, c, e
        a, c, e = 2, 3, 4
    x()
    return a, b, c, d, e
print(many())
def star():
    def get(): return rest, k
    first, *rest = range(4)
    for k, *rest in [(1, 2, 3)]: pass
    return get()
print(star())
