# match: literal, value, None/True/False, negative, complex and string patterns
class C:
    RED = 1
    class D:
        X = "deep"
def f(v):
    match v:
        case 0: return "zero"
        case -1: return "minus one"
        case 1.5: return "float"
        case 1 + 2j: return "complex"
        case -2 - 1j: return "neg complex"
        case "a" "b": return "concatenated"
        case b"x": return "bytes"
        case None: return "None"
        case True: return "True"
        case False: return "False"
        case C.RED: return "unreachable: 1 is True above"
        case C.D.X: return "dotted"
        case _: return "other"
for v in (0, -1, 1.5, 1 + 2j, -2 - 1j, "ab", b"x", None, True, False, 1, 1.0, 0.0, 0j, "deep", "x", [], "", b"ab"):
    print(repr(v), f(v))
class Eq:
    def __init__(self, r): self.r = r
    def __eq__(self, o):
        print("eq", o)
        return self.r
def g(v):
    match v:
        case 1: return "one"
        case "two": return "two"
        case None: return "none"
        case _: return "default"
print(g(Eq(False)), g(Eq(True)))
match 5:
    case 4: print("no")
print("no case matched is fine")
match = case = _x = 3
print(match, case)
match[0] if False else print("soft keywords")
def type(x): return "type is soft too"
print(type(1))
