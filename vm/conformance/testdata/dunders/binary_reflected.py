# Binary operators: normal, reflected, NotImplemented, and which operand goes first
OPS = [("+", "add"), ("-", "sub"), ("*", "mul"), ("/", "truediv"), ("//", "floordiv"), ("%", "mod"), ("**", "pow"),
       ("@", "matmul"), ("<<", "lshift"), (">>", "rshift"), ("&", "and"), ("|", "or"), ("^", "xor")]

class L: pass
class R: pass
for sym, name in OPS:
    setattr(L, f"__{name}__", lambda s, o, n=name: f"L.{n}" if not isinstance(o, R) else NotImplemented)
    setattr(R, f"__r{name}__", lambda s, o, n=name: f"R.r{n}")

for sym, name in OPS:
    print(sym, eval(f"l {sym} 1", {"l": L()}), eval(f"1 {sym} r", {"r": R()}), eval(f"l {sym} r", {"l": L(), "r": R()}))
    for code in (f"1 {sym} l", f"r {sym} 1", f"r {sym} l"):
        try:
            eval(code, {"l": L(), "r": R()})
        except TypeError as e:
            print("  ", e)
