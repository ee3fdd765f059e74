# locals() in functions, classes, comprehensions, generators, nested functions, after del and in exec
def f(a, *b, c=1, **d):
    e = 2
    def g(): return a, e
    del e
    x = sorted(locals())
    e = 3
    return x, sorted(locals())
print(f(1, 2, k=3))
class C:
    a = 1
    b = sorted(n for n in locals() if n[0] != "_")
    def m(self):
        y = 1
        return sorted(locals())
print(C.b, C().m())
print(sorted([sorted(locals()) for i in range(1)][0]), [list(locals().values())[-1] for v in (7,)])
def gen():
    a = yield sorted(locals())
    yield sorted(locals().items())
g = gen()
print(next(g), g.send(5))
def outer():
    v = 1
    def inner():
        w = 2
        return sorted(locals()), v
    return inner()
print(outer())
def cond(x):
    if x: y = 1
    return locals()
print(cond(0), cond(1))
ns = {}
exec("a = 1\nb = sorted(k for k in locals() if k[0] != '_')", ns)
print(ns["b"])
def ex():
    z = 1
    exec("z = 2; new = 3")
    return z, sorted(locals())
print(ex())
print((lambda p, q=2: locals())(1), eval("locals()", {"x": 1}, {"y": 2}))
def loop():
    for i in range(2): pass
    try: raise ValueError
    except ValueError as e: inside = "e" in locals()
    return inside, sorted(locals())
print(loop())
def snapshot():
    a = 1
    l1 = locals()
    b = 2
    l2 = locals()
    return l1 is l2, sorted(l1)
print(snapshot())
