# Very deep data: repr, comparison, hash, copy and json of 50,000 nested lists
import copy, json
def nest(n, make=lambda x: [x]):
    x = make(0) if make is not None else []
    for _ in range(n): x = make(x)
    return x
def attempt(name, fn):
    try:
        r = fn()
        print(name, "fine", r if isinstance(r, (bool, int)) else "")
    except RecursionError as e: print(name, "RecursionError")
l, m = nest(50000), nest(50000)
attempt("repr", lambda: len(repr(l)))
attempt("str", lambda: len(str(l)))
attempt("eq", lambda: l == m)
attempt("lt", lambda: l < m)
attempt("same", lambda: l == l)
t, u = nest(50000, lambda x: (x,)), nest(50000, lambda x: (x,))
attempt("tuple repr", lambda: len(repr(t)))
attempt("tuple eq", lambda: t == u)
attempt("tuple hash", lambda: hash(t) == 0)
d, e = nest(50000, lambda x: {"k": x}), nest(50000, lambda x: {"k": x})
attempt("dict repr", lambda: len(repr(d)))
attempt("dict eq", lambda: d == e)
attempt("deepcopy", lambda: copy.deepcopy(l) is None)
attempt("json", lambda: len(json.dumps(l)))
attempt("json loads", lambda: json.loads("[" * 50000 + "]" * 50000) is None)
attempt("copy", lambda: copy.copy(l) == l or True)
attempt("len", lambda: len(l))
def depth(x):
    n = 0
    while isinstance(x, (list, tuple)) and x: x, n = x[0], n + 1
    return n
print(depth(l), depth(t))
class N:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"N({self.n!r})"
    def __eq__(self, o): return self.n == o.n
o, p = nest(20000, N), nest(20000, N)
attempt("object repr", lambda: len(repr(o)))
attempt("object eq", lambda: o == p)
attempt("isinstance", lambda: isinstance(1, nest(50000, lambda x: (x,) if x else (str,))))
attempt("shallow", lambda: len(repr(nest(100))))
del l, m, t, u, d, e, o, p
print("freed")
