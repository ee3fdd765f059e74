# Tracebacks of nested calls in expressions, multi-line statements, lambdas, comprehensions, decorators
import traceback, os
def cut(t): return t.replace(os.path.abspath(__file__), "FILE").replace(__file__, "FILE")
def show(f):
    try: f()
    except Exception: print(cut(traceback.format_exc()).split("\n", 3)[3])
def boom(*a, **k): raise ValueError("boom")
class C:
    x = None
    @property
    def p(self): return self.x.y
    def __add__(self, o): return boom()
    def __getitem__(self, k): return {}[k]
    def __iter__(self): yield boom()
c = C()
show(lambda: c.p)
show(lambda: c + 1)
show(lambda: c["key"])
show(lambda: list(c))
show(lambda: [boom(i) for i in range(3)])
show(lambda: {k: boom() for k in "a"})
show(lambda: sorted([1, 2], key=boom))
show(lambda: (1 + 2) * boom(3, x=4) - 5)
def multi():
    return (1 +
            boom(
                1,
                2,
            ) +
            3)
show(multi)
def chain(): c.x.y.z
show(chain)
def call(): (lambda: (lambda: 1 / 0)())()
show(call)
def subscript():
    d = {"a": [1, 2]}
    d["a"][5]["b"] = 1
show(subscript)
def assign(): a, b = c.x
show(assign)
def compare(): return 1 < 2 < "3"
show(compare)
def unary(): return -"a" + 1
show(unary)
def attr(): "abc".foo.bar
show(attr)
def imp(): import no_such_module_here
show(imp)
def asr(): assert 1 == 2, "not equal"
show(asr)
def dele(): del c.nothing
show(dele)
def aug():
    x = 1
    x += "s"
show(aug)
def fmt(): return f"a {c.x.real} b"
show(fmt)
def cond(): return 1 if c.x.y else 2
show(cond)
def arg(): return max(1, boom(2), 3)
show(arg)
def star(): return print(*boom())
show(star)
def forloop():
    for x in c.x: pass
show(forloop)
def withs():
    with c: pass
show(withs)
def unicode(): return "é中" + boom("ü") + 1
show(unicode)
def tern(): raise TypeError("t") from KeyError("k")
show(tern)
