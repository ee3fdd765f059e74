# traceback.format_exc: source lines, marks, several frames
import traceback
def divide(a, b):
    return a / b
def caller(x):
    total = 1 + divide(x, 0) * 2
    return total
class C:
    def method(self, d):
        return d["a"]["b"]["c"]
def cut(text):
    import os
    return text.replace(os.path.abspath(__file__), "FILE").replace(__file__, "FILE")
def show(fn, *args):
    try:
        fn(*args)
    except Exception:
        print(cut(traceback.format_exc()))
show(caller, 5)
show(C().method, {"a": {"b": {}}})
show(C().method, {"a": None})
show(lambda: [].attribute.more)
show(lambda: undefined_thing + 1)
def multi():
    return max(
        1,
        divide(1,
               0),
    )
show(multi)
def deep(n):
    if n == 0:
        raise RuntimeError("bottom")
    deep(n - 1)
show(deep, 6)
def two(a):
    x = a.b.c; y = a + 1
    return x
show(two, 5)
def raise_stmt():
    raise ValueError("several\nlines\nin message")
show(raise_stmt)
def gen():
    yield 1
    yield 1 / 0
show(lambda: list(gen()))
def comp():
    return [1 / n for n in (1, 0)]
show(comp)
def unpack():
    a, b = 1, 2, 3
show(lambda: (lambda q: q.w)(1))
show(lambda: exec("a, b = 1, 2, 3"))
show(lambda: exec("def f():\n  return 1 + 'x'\nf()"))
