# match in an expression simplifier and a command parser
from dataclasses import dataclass
@dataclass(frozen=True)
class Num: v: int
@dataclass(frozen=True)
class Var: n: str
@dataclass(frozen=True)
class Bin: op: str; l: object; r: object
def simp(e):
    match e:
        case Bin(op, l, r):
            match Bin(op, simp(l), simp(r)):
                case Bin("+", Num(0), x) | Bin("+", x, Num(0)): return x
                case Bin("*", Num(0), _) | Bin("*", _, Num(0)): return Num(0)
                case Bin("*", Num(1), x) | Bin("*", x, Num(1)): return x
                case Bin("+", Num(a), Num(b)): return Num(a + b)
                case Bin("*", Num(a), Num(b)): return Num(a * b)
                case Bin("-", x, y) if x == y: return Num(0)
                case other: return other
        case _: return e
def show(e):
    match e:
        case Num(v): return str(v)
        case Var(n): return n
        case Bin("*" | "/" as op, l, r): return f"{show(l)}{op}{show(r)}"
        case Bin(op, l, r): return f"({show(l)} {op} {show(r)})"
for e in (Bin("+", Num(0), Var("x")), Bin("*", Bin("+", Num(1), Num(2)), Bin("*", Num(1), Var("y"))), Bin("-", Var("a"), Bin("+", Var("a"), Num(0))), Bin("+", Var("p"), Bin("*", Num(0), Var("q")))):
    print(show(e), "=>", show(simp(e)))
def command(line):
    match line.split():
        case []: return "nothing"
        case ["go", ("north" | "south") as d]: return f"going {d}"
        case ["go", *_]: return "go where?"
        case ["get", obj] | ["pick", "up", obj]: return f"got {obj}"
        case ["drop", *objs] if objs: return f"dropped {len(objs)}"
        case [cmd, *args]: return f"unknown {cmd} with {args}"
for l in ("go north", "go away", "get lamp", "pick up key", "drop a b c", "drop", "", "dance well"):
    print(command(l))
def count(v):
    match v:
        case []: return 0
        case [x, *xs]: return count(x) + count(xs)
        case _: return 1
print(count([1, [2, 3, [4]], [], [[5]]]))
for i in range(4):
    match i:
        case 1: continue
        case 3: break
    print("loop", i)
