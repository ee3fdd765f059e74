# match used for dispatch over tokens, JSON and ASTs; order matters; captured names after the match
def describe(v):
    match v:
        case bool(): return "bool"
        case int(n) if n < 0: return f"negative {n}"
        case int() | float() as n: return f"number {n}"
        case "": return "empty string"
        case str(s) if s.isdigit(): return f"digits {s}"
        case str(): return "string"
        case []: return "empty list"
        case [x]: return f"one ({describe(x)})"
        case [x, *rest]: return f"first {describe(x)} and {len(rest)} more"
        case {"kind": kind, **rest}: return f"{kind} with {sorted(rest)}"
        case {}: return "mapping"
        case None: return "nothing"
        case type(): return f"class {v.__name__}"
        case _: return "something"
for v in (True, -5, 3, 2.5, "", "12", "ab", [], [1], ["a", 2, 3], (None,), {"kind": "dog", "age": 3}, {}, {"a": 1}, None, int, len, {1}, range(2), b""): print(repr(v) if v is not len else "len", "->", describe(v))
def ev(e):
    match e:
        case int() | float(): return e
        case ("neg", x): return -ev(x)
        case (x, "+" | "-" | "*" | "/" as op, y):
            a, b = ev(x), ev(y)
            return {"+": a + b, "-": a - b, "*": a * b}.get(op) if op != "/" else a / b
        case ("let", str(n), v, body): return ev(subst(body, n, ev(v)))
        case ("if", c, t, f): return ev(t) if ev(c) else ev(f)
        case ("sum", *xs): return sum(map(ev, xs))
        case str(n): raise NameError(n)
        case [op, *_]: raise ValueError(f"bad op {op!r}")
def subst(e, n, v):
    match e:
        case str(m) if m == n: return v
        case tuple(): return tuple(subst(x, n, v) if i or not isinstance(x, str) or x == n else x for i, x in enumerate(e))
        case _: return e
for e in (5, (1, "+", (2, "*", 3)), ("neg", (4, "-", 1)), ("let", "x", 5, ("x", "*", "x")), ("if", (1, "-", 1), 10, 20), ("sum", 1, 2, (3, "/", 2)), "y", ("bogus", 1)):
    try: print(e, "=", ev(e))
    except Exception as x: print(e, type(x).__name__, x)
match (1, (2, 3)):
    case (a, (b, c)): pass
print(a, b, c)
x = 5
match x:
    case y: pass
print(y)
