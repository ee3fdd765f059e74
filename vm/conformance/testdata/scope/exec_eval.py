# exec and eval: namespaces, locals, return values and builtins
ns = {}
exec("a = 1\nb = a + 1\ndef f(): return a + b", ns)
print(ns["a"], ns["b"], ns["f"](), "__builtins__" in ns)
print(eval("a * 10", ns), eval("a + c", ns, {"c": 5}))

loc = {}
exec("x = 1\ny = x + g", {"g": 10}, loc)
print(loc)

def f():
    x = 1
    exec("x = 2")
    return x

print(f())

def g():
    x = 7
    return eval("x + 1"), eval("[x for _ in range(2)]", {"x": x})

print(g())

class M:
    exec("inside = 3")

print(M.inside)
print(exec("1 + 1"), eval("  1 + 1 "), eval("(1,\n2)"))
code = compile("n = n + 1", "<s>", "exec")
d = {"n": 0}
for _ in range(3):
    exec(code, d)
print(d["n"])
try:
    eval("x = 1")
except SyntaxError as e:
    print(type(e).__name__, e.msg)
try:
    exec("y", {"__builtins__": {}})
except NameError as e:
    print(e)
try:
    exec("print(1)", {"__builtins__": {}})
except NameError as e:
    print(e)
print(eval("len", {"__builtins__": {"len": "fake"}}))
for bad in ((1,), ("1", 5), ("1", {}, 5)):
    try:
        eval(*bad)
    except TypeError as e:
        print(e)
