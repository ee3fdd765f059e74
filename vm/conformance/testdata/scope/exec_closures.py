# exec and eval with functions, closures, classes, globals statements and comprehensions
ns = {}
exec("""
x = 1
def f():
    global x
    x += 1
    return x
def make():
    n = 0
    def up():
        nonlocal n
        n += 1
        return n, x
    return up
class K:
    y = x * 10
    def get(self): return self.y, x
squares = [i * x for i in range(4)]
lam = lambda: x
""", ns)
print(ns["f"](), ns["f"](), ns["x"], ns["make"]()(), ns["K"]().get(), ns["squares"], ns["lam"]())
up = ns["make"]()
up()
ns["x"] = 50
print(up(), ns["lam"](), ns["f"]())
def runner(src, **names):
    exec(src, names)
    return {k: v for k, v in names.items() if k != "__builtins__"}
print(runner("b = a + 1", a=1), runner("for i in range(3): pass"), runner("import math; r = math.floor(2.5)")["r"])
g, l = {"v": "global"}, {"v": "local"}
exec("w = v\ndef f(): return v\nu = f()\ng = [v for _ in 'a']", g, l)
print(l["w"], l["u"], l["g"], "w" in g)
try: exec("def f(): return local_only\nlocal_only = 1\nf()", {}, {})
except NameError as e: print(e)
exec("def rec(n): return 1 if n < 2 else n * rec(n - 1)", ns)
print(ns["rec"](10), eval("rec(5) + x", ns))
code = compile("a + b", "<c>", "eval")
print([eval(code, {"a": i, "b": 10}) for i in range(3)], eval(code, {"a": "x", "b": "y"}), code.co_names)
exec(compile("total = sum(values)", "<c>", "exec"), d := {"values": [1, 2, 3]})
print(d["total"], eval("(lambda *a, **k: (a, k))(1, z=2)"), eval("[(i, j) for i in r for j in r]", {"r": range(2)}))
exec("if True:\n    def inner(): return 'inner'\nelse: pass", ns)
exec("@(lambda f: lambda: 'wrapped ' + f())\ndef deco(): return 'deco'", ns)
exec("try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    msg = str(e)", ns)
exec("with open(path) as f: first = f.readline()", {"path": __file__} | ns) if False else None
print(ns["inner"](), ns["deco"](), ns["msg"], "e" in ns)
