# Runaway recursion in special methods
def attempt(name, fn):
    try:
        fn()
        print(name, "no error")
    except RecursionError as e:
        print(name, type(e).__name__, str(e).startswith("maximum recursion depth exceeded"))
    except Exception as e:
        print(name, type(e).__name__, e)
class R:
    def __repr__(self): return repr(self)
    def __str__(self): return str(self)
    def __eq__(self, o): return self == o
    def __lt__(self, o): return self < o
    def __hash__(self): return hash(self)
    def __len__(self): return len(self)
    def __bool__(self): return bool(self)
    def __getitem__(self, k): return self[k]
    def __setitem__(self, k, v): self[k] = v
    def __getattr__(self, n): return getattr(self, n + "x")
    def __add__(self, o): return self + o
    def __radd__(self, o): return o + self
    def __iadd__(self, o): self += o
    def __neg__(self): return -self
    def __iter__(self): return iter(self)
    def __contains__(self, o): return o in self
    def __call__(self): return self()
    def __format__(self, s): return format(self, s)
    def __int__(self): return int(self)
    def __index__(self): return [][self]
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
    def __dir__(self): return dir(self)
    def __next__(self): return next(self)
    def __abs__(self): return abs(self)
    def __round__(self): return round(self)
    def __reversed__(self): return reversed(self)
r = R()
def w():
    with r: pass
def setitem(): r[0] = 1
def iadd():
    x = r
    x += 1
for name, fn in (("repr", lambda: repr(r)), ("str", lambda: str(r)), ("f-string", lambda: f"{r}"), ("percent", lambda: "%s" % r), ("eq", lambda: r == 1), ("lt", lambda: r < 1), ("hash", lambda: hash(r)), ("len", lambda: len(r)), ("bool", lambda: bool(r)), ("not", lambda: not r), ("getitem", lambda: r[0]), ("setitem", setitem), ("getattr", lambda: r.foo), ("add", lambda: r + 1), ("radd", lambda: 1 + r), ("iadd", iadd), ("neg", lambda: -r), ("iter", lambda: iter(r)), ("contains", lambda: 1 in r), ("call", lambda: r()), ("format", lambda: format(r, "x")), ("int", lambda: int(r)), ("index", lambda: [1][r]), ("with", w), ("dir", lambda: dir(r)), ("next", lambda: next(r)), ("abs", lambda: abs(r)), ("round", lambda: round(r)), ("reversed", lambda: reversed(r)), ("in list", lambda: r in [1]), ("dict key", lambda: {r: 1}), ("list repr", lambda: repr([r])), ("print", lambda: print(r)), ("list", lambda: list(r)), ("max", lambda: max(r, r)), ("sorted", lambda: sorted([r, r])), ("index of", lambda: [r].index(2))):
    attempt(name, fn)
