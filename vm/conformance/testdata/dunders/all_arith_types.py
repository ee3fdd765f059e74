# Arithmetic between all pairs of kinds: results or TypeError messages
import operator as o
vals = [2, 1.5, True, 1j, "ab", b"x", [1], (1,), {1}, {1: 2}, None, range(2)]
for op, name in ((o.add, "+"), (o.sub, "-"), (o.mul, "*"), (o.truediv, "/"), (o.floordiv, "//"), (o.mod, "%"), (o.pow, "**"), (o.and_, "&"), (o.or_, "|"), (o.xor, "^"), (o.lshift, "<<"), (o.rshift, ">>"), (o.matmul, "@")):
    for a in vals:
        for b in vals:
            try: r = op(a, b)
            except TypeError as e: r = str(e).replace("unsupported operand type(s) for ", "") if a is vals[0] or b is vals[0] else "TypeError"
            except Exception as e: r = f"{type(e).__name__} {e}"
            if r != "TypeError": print(repr(a), name, repr(b), "->", r)
