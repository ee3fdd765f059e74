# match: alternatives, as, guards with side effects, binding rules
def f(v):
    match v:
        case 1 | 2 | 3 as n: return f"small {n}"
        case [("a" | "b") as k, (int() | None) as n]: return f"pair {k} {n}"
        case {"op": "+" | "-" as op, "v": [a, b] | (a, b)}: return f"{a}{op}{b}"
        case (str() as s) | [str() as s]: return f"string {s}"
        case [[x]] | [{"x": x}]: return f"nested {x}"
        case _ as rest: return f"rest {rest}"
for v in (1, 3, 4, ["a", 5], ["b", None], ["c", 1], {"op": "-", "v": [1, 2]}, "s", ["t"], [[7]], [{"x": 8}]):
    print(f(v))
log = []
def guard(tag, r):
    log.append(tag)
    return r
match 5:
    case x if guard("a", False): print("no")
    case x if guard("b", 0): print("no")
    case x if guard("c", "yes"): print("c", x)
    case x if guard("d", True): print("no")
print(log)
match [1, 2]:
    case [a, 3]: pass
    case [b, 2]: print("bound", b)
try:
    match 1:
        case x if 1 / 0: pass
except ZeroDivisionError as e: print(e)
def names(v):
    match v:
        case [p, q] if p > q: pass
        case _: pass
    return sorted(locals())
print(names([1, 2]), names(1))
for code in ("case 1 | x: pass", "case x | 1: pass", "case [x, x]: pass", "case x: pass\n  case 1: pass", "case _: pass\n  case 1: pass", "case [x] | [y]: pass", "case x as y as z: pass", "case 1 as _: pass", "case (x as y): pass\n  case 2: pass",
             "case {'a': 1} as d if d: pass", "case a.b(): pass", "case f'x': pass", "case 1 + 1: pass", "case 1 + 2j: pass", "case -x: pass", "case [*a, *b]: pass", "case x.y: pass", "case *x: pass", "case *x, : pass", "case 1 as a.b: pass", "case (): pass", "case a(b)(c): pass", "case not x: pass", "case x if y := 1: pass"):
    try:
        compile("match v:\n  " + code, "<m>", "exec")
        print("ok", repr(code))
    except SyntaxError as e:
        print(type(e).__name__, e.msg)
