# In-place operators on builtin kinds, with messages
import operator as o
def vals(): return [2, 1.5, "ab", b"x", [1], (1,), {1}, frozenset([1]), {1: 2}, None, bytearray(b"q")]
for name in ("iadd", "isub", "imul", "itruediv", "iand", "ior", "ixor", "imod", "ipow", "ilshift", "imatmul", "ifloordiv"):
    f = getattr(o, name)
    for i in range(len(vals())):
        for j in (0, i):
            a, b = vals()[i], vals()[j]
            try: print(name, repr(vals()[i]), repr(b), "->", f(a, b))
            except Exception as e: print(name, type(e).__name__, e)
