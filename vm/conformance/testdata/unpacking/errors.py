# Unpacking errors: messages for too few, too many, not iterable, with stars
def attempt(code, **ns):
    try:
        exec(code, ns)
        print("ok", code)
    except Exception as e:
        print(type(e).__name__, e)
attempt("a, b = 1")
attempt("a, b = None")
attempt("a, b = [1]")
attempt("a, b = []")
attempt("a, b = 1, 2, 3")
attempt("a, b, c = 'ab'")
attempt("a, = ()")
attempt("a, = 1, 2")
attempt("() = [1]")
attempt("[] = 'x'")
attempt("a, *b = []")
attempt("a, b, *c = [1]")
attempt("a, *b, c = [1]")
attempt("*a, b, c = ()")
attempt("*a, = 5")
attempt("(a, b), c = 1, 2")
attempt("(a, b), c = (1,), 2")
attempt("for a, b in [1]: pass")
attempt("for a, b in [(1, 2, 3)]: pass")
attempt("[0 for a, b in ['x']]")
attempt("a, b = {1}")
attempt("a, b = range(5)")
attempt("a, b = (i for i in range(3))")
attempt("a, b = iter([1])")
attempt("a, b = {}")
attempt("a, b = object")
attempt("a, b = len")
attempt("a, b = 1.5")
attempt("a, b = g", g=type("G", (), {"__iter__": lambda s: 5})())
attempt("a, b = g", g=type("G", (), {"__getitem__": lambda s, i: i})())
attempt("a, b = g", g=type("G", (), {"__iter__": None})())
def gen():
    yield 1
    raise KeyError("mid")
attempt("a, b = gen()", gen=gen)
class Boom:
    def __iter__(self): raise OSError("iter")
attempt("a, *b = B", B=Boom())
state = {"a": "old"}
attempt("a, b = 1, 2, 3\n", **state)
def partial():
    class T: pass
    t = T()
    try:
        t.a, t.missing.x = 1, 2
    except AttributeError as e:
        print(e, t.__dict__)
partial()
for code in ("*a = 1", "*a, *b = 1", "a, *b, *c = 1", "*a += 1", "del *a", "(*a) = 1", "(a, b) += 1", "[a, b] += 1", "a + 1 = 2", "f() = 1", "1 = x", "None = 1", "'a' = 1", "(a, 1) = 2", "[x, f()] = 1", "a = 1 = b", "x if y else z = 1", "lambda: 0 = 1", "{a} = 1", "{a: b} = 1", "a < b = 1", "not a = 1", "-a = 1", "a and b = 1", "... = 1", "__debug__ = 1", "f'{x}' = 1", "(yield) = 1", "a := 1", "(a, b): int = 1", "[a]: int", "for 1 in x: pass", "for f() in x: pass", "for *a in x: pass", "with a as 1: pass", "with a as f(): pass", "import a as b.c", "for x, in y: pass", "a.b: int", "del f()", "del (a, 1)", "del a + b", "del None"):
    try:
        compile(code, "<u>", "exec")
        print("ok", code)
    except SyntaxError as e:
        print(code, "|", e.msg)
