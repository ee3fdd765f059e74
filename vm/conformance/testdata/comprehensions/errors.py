# Exceptions inside comprehensions; names and cleanup afterwards
def f(x):
    if x == 2: raise ValueError(x)
    return x
for make in (lambda: [f(x) for x in range(4)], lambda: {f(x) for x in range(4)}, lambda: {x: f(x) for x in range(4)}, lambda: list(f(x) for x in range(4)),
             lambda: [x for x in 5], lambda: [x for x in range(3) if x.foo], lambda: [a for a, b in [1]], lambda: [a for a, b in [(1, 2, 3)]], lambda: {[]: 1 for _ in "a"}, lambda: {[] for _ in "a"},
             lambda: [y for x in [1] for y in x], lambda: [undefined for x in [1]], lambda: [undefined for x in []], lambda: [x for x in undefined]):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)
x = "kept"
try:
    [1 / (x - 1) for x in (0, 1)]
except ZeroDivisionError: print(x)
def outer():
    try:
        return [f(i) for i in range(3)]
    except ValueError as e:
        return [str(e) for _ in range(2)]
    finally:
        print([i for i in range(2)])
print(outer())
for code in ("[x for x in 1, 2]", "[*x for x in y]", "{**x for x in y}", "[for x in y]", "[x for]", "[x in y for x]", "{x: y, z for x in w}", "[x, y for x, y in z]", "{x, y for x in z}", "[x for x in y if z else w]", "[x if y for x in z]", "[(x, y) for x in z, for y in w]", "[x for 5 in y]", "[x for f() in y]", "{x: *y for x in z}"):
    try:
        compile(code, "<c>", "eval")
        print("ok", code)
    except SyntaxError as e:
        print(e.msg)
