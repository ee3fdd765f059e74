# with blocks around yields, in loops, in comprehension helpers, and with exceptions crossing several
log = []
class CM:
    def __init__(self, n, eat=()): self.n, self.eat = n, eat
    def __enter__(self): log.append(f"+{self.n}"); return self.n
    def __exit__(self, t, v, tb): log.append(f"-{self.n}{':' + t.__name__ if t else ''}"); return t is not None and issubclass(t, self.eat or ())
def show(*a):
    print(*a, " ".join(log))
    log.clear()
def g():
    with CM("a") as a, CM("b") as b:
        yield a
        with CM("c"): yield b
    yield "end"
show(list(g()))
i = g()
next(i); next(i)
i.close()
show("closed")
i = g()
next(i)
try: i.throw(KeyError("k"))
except KeyError as e: show(repr(e))
def eats():
    with CM("x", (ValueError,)):
        yield 1
        yield 2
    yield "after"
e = eats()
next(e)
show(e.throw(ValueError), next(e, "end"))
def loop():
    for n in range(3):
        with CM(n, (KeyError,)):
            if n == 1: raise KeyError
            yield n
show(list(loop()))
def nest(depth):
    if depth == 0: raise ValueError("bottom")
    with CM(depth, (ValueError,) if depth == 3 else ()): return nest(depth - 1)
    return f"swallowed at {depth}"
show(nest(5))
def ret():
    with CM("r"):
        for i in range(3):
            with CM(i):
                if i == 1: return i
show(ret())
def tryer():
    try:
        with CM("t"):
            try: raise ValueError(1)
            finally: log.append("fin")
    except ValueError: log.append("caught")
    else: log.append("else")
tryer()
show("tryer")
while True:
    with CM("w"):
        with CM("v"): break
show("while")
x = [v for v in (c.__enter__() for c in map(CM, "pq"))]
show(x)
def deep(n):
    with CM(n) if n % 50 == 0 else CM.__new__(type("Q", (), {"__enter__": lambda s: s, "__exit__": lambda *a: None})) if False else CM(n): return deep(n - 1) if n else len(log)
show(deep(6))
