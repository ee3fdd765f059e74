# Unary operators and conversions on every builtin kind
import math
vals = [5, -2.5, True, 1j, "12", "x", b"7", [1], (1,), {1}, {1: 2}, None, range(3), ..., int]
for v in vals:
    for f, n in ((lambda v: -v, "neg"), (lambda v: +v, "pos"), (lambda v: ~v, "inv"), (abs, "abs"), (int, "int"), (float, "float"), (complex, "complex"), (bool, "bool"), (len, "len"), (iter, "iter"), (list, "list"), (lambda v: sorted(set(v)), "set"), (hash, "hash"), (round, "round"), (math.floor, "floor"), (hex, "hex"), (chr, "chr"), (ord, "ord"), (reversed, "reversed"), (next, "next"), (sum, "sum"), (max, "max"), (sorted, "sorted"), (dict, "dict"), (bytes, "bytes"), (any, "any"), (vars, "vars"), (range, "range"), (divmod, "divmod")):
        try:
            r = f(v)
            if n in ("iter", "reversed"): r = type(r).__name__
            if n in ("hash", "vars"): r = "ok"
            print(n, r, end="; ")
        except Exception as e: print(n, type(e).__name__, e, end="; ")
    print()
