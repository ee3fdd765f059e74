# match: sequence patterns, stars, nesting, which types are sequences
from collections import deque, namedtuple
import array
def f(v):
    match v:
        case []: return "empty"
        case [x]: return f"one {x}"
        case [1, 2]: return "exactly 1 2"
        case (a, b): return f"two {a} {b}"
        case [first, *rest] if first == "h": return f"head {rest}"
        case [*init, "t"]: return f"tail {init}"
        case [a, *_, z]: return f"ends {a} {z}"
        case _: return "not a sequence"
for v in ([], [5], [1, 2], (3, 4), "ab", b"ab", bytearray(b"ab"), range(2), deque([1, 2, 3]), ["h", 1, 2], [1, 2, "t"], [1, 2, 3], {1, 2}, {1: 2}, iter([1]), array.array("i", [7]), memoryview(b"abc"), None, (x for x in [1])):
    print(v if not hasattr(v, "__next__") and not isinstance(v, memoryview) else "it", f(v))
def g(v):
    match v:
        case [[a, b], [c, [d, *e]]]: return a, b, c, d, e
        case [1, [2, [3, [4]]]]: return "nested literals"
        case *a, b: return "open", a, b
print(g([[1, 2], [3, [4, 5, 6]]]), g([1, [2, [3, [4]]]]), g([1, 2, 3]), g(["x"]), g([]))
class Seq:
    def __len__(self): return 2
    def __getitem__(self, i): return (0, 10)[i]
from collections.abc import Sequence
def h(v):
    match v:
        case [a, b]: return a, b
        case _: return "no"
print(h(Seq()))
Sequence.register(Seq)
print(h(Seq()))
class L(list): pass
class T(tuple): pass
P = namedtuple("P", "x y")
print(h(L([1, 2])), h(T((3, 4))), h(P(5, 6)))
match 1, 2:
    case 1, x: print("tuple subject", x)
match [1, 2, 3],:
    case [[1, *rest]], : print("nested", rest)
match (1,):
    case (x): print("capture", x)
match *[1, 2], 3:
    case [*all_]: print(all_)
