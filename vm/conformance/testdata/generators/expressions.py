# Generator expressions: scope, laziness, conditions, nesting, as sole argument
print(sum(x * x for x in range(5)), sorted((-x for x in range(3))), any(x > 2 for x in [1, 2, 3]), "".join(c.upper() for c in "abc"))
log = []
def t(x):
    log.append(x)
    return x
g = (t(x) for x in range(3))
print(log, next(g), log, list(g), log)
x = "outer"
print(list(x for x in "ab"), x)
print(list((a, b) for a in range(3) for b in range(a) if (a + b) % 2))
nested = ((y for y in range(n)) for n in range(4))
print([list(i) for i in nested])
g = (i for i in [1, 2, 3])
print(2 in g, list(g))
n = 3
g = (n * i for i in range(3))
n = 10
print(list(g))
def f(*args, **kw): return len(args), kw
print(f(i for i in range(3)), f((i for i in ()), 1))
for code in ("f(i for i in x, 1)", "f(1, i for i in x)", "f(a=1, i for i in x)", "f(*i for i in x)", "f(x for x in y for z)", "class C(x for x in y): pass", "f(x for x in (1,))"):
    try:
        compile(code, "<c>", "exec")
        print("ok", code)
    except SyntaxError as e:
        print(e.msg)
print(next((i for i in range(10) if i > 4), None), next((i for i in () if i), "none"))
print(min((abs(v - 5), v) for v in (1, 9, 4)), dict((k, v) for k, v in zip("ab", (1, 2))), set(i % 3 for i in range(10)) == {0, 1, 2})
lst = [1, 2, 3]
g = (v for v in lst)
lst.append(4)
print(list(g))
lst = [1]
g = (v for v in lst)
lst = [9, 9]
print(list(g))
print(type((i for i in ())).__name__, all(i for i in ()), any(i for i in ()))
