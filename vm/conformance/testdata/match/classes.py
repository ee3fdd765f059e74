# match: class patterns, __match_args__, positional, keyword, builtins, errors
from dataclasses import dataclass
@dataclass
class Point:
    x: int
    y: int
class Circle:
    __match_args__ = ("c", "r")
    def __init__(self, c, r): self.c, self.r = c, r
def f(v):
    match v:
        case Point(0, 0): return "origin"
        case Point(x=0, y=y): return f"on y axis {y}"
        case Point(x, y) if x == y: return f"diagonal {x}"
        case Point(): return "point"
        case Circle(Point(x, _), r=(1 | 2) as r): return f"circle {x} {r}"
        case int(n) if n > 100: return f"big {n}"
        case bool(b): return f"bool {b}"
        case int() | float(): return "number"
        case str(s): return f"str {s}"
        case list([a, *_]): return f"list {a}"
        case dict({"k": v}): return f"dict {v}"
        case tuple(): return "tuple"
        case bytes(b) | bytearray(b): return f"bytes {bytes(b)}"
        case set(s) | frozenset(s): return f"set {sorted(s)}"
        case float(x): return "float"
        case type(__name__=n): return f"class {n}"
        case object(real=r): return f"real {r}"
for v in (Point(0, 0), Point(0, 3), Point(2, 2), Point(1, 2), Circle(Point(5, 6), 2), Circle(Point(5, 6), 3), 500, True, 5, 1.5, "s", [1, 2], [], {"k": 1}, {}, (1,), b"x", bytearray(b"y"), {2, 1}, frozenset([3]), int, 1j):
    print(f(v))
def attempt(code, **ns):
    try:
        exec("match v:\n  case " + code + ": print('matched')\n  case _: print('no match')", {**globals(), **ns})
    except Exception as e:
        print(type(e).__name__, e)
class NoArgs: pass
class BadArgs: __match_args__ = 5
class BadArgs2: __match_args__ = ("a", 5)
class ListArgs: __match_args__ = ["a"]
class Dup: __match_args__ = ("a", "a")
attempt("NoArgs(1)", v=NoArgs())
attempt("Point(1, 2, 3)", v=Point(1, 2))
attempt("Point(1, x=1)", v=Point(1, 2))
attempt("Point(z=1)", v=Point(1, 2))
attempt("BadArgs(1)", v=BadArgs())
attempt("BadArgs2(1, 2)", v=type("B", (BadArgs2,), {"a": 1})())
attempt("ListArgs(1)", v=ListArgs())
attempt("int(1, 2)", v=1)
attempt("str(real=1)", v="s")
attempt("(Point)", v=Point(1, 2))
attempt("v2(1)", v=1, v2=5)
attempt("Dup(1, 1)", v=type("D", (Dup,), {"a": 1})())
attempt("Point(x=1, x=2)", v=1)
attempt("Point(1, 2)", v=NoArgs())
class Prop:
    __match_args__ = ("p",)
    @property
    def p(self): raise AttributeError("no")
    @property
    def q(self): raise ValueError("q raised")
attempt("Prop(1)", v=Prop())
attempt("Prop(q=1)", v=Prop())
