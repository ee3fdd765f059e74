# In-place operators: __iadd__ and friends, fallback to the plain operator, results rebound
OPS = [("+", "add"), ("-", "sub"), ("*", "mul"), ("/", "truediv"), ("//", "floordiv"), ("%", "mod"), ("**", "pow"),
       ("@", "matmul"), ("<<", "lshift"), (">>", "rshift"), ("&", "and"), ("|", "or"), ("^", "xor")]

class I: pass
class P: pass
class N: pass
for sym, name in OPS:
    setattr(I, f"__i{name}__", lambda s, o, n=name: f"i{n} {o}")
    setattr(P, f"__{name}__", lambda s, o, n=name: f"plain {n} {o}")
    setattr(N, f"__i{name}__", lambda s, o: NotImplemented)
for sym, name in OPS:
    row = []
    for cls in (I, P):
        ns = {"x": cls()}
        exec(f"x {sym}= 5", ns)
        row.append(ns["x"])
    print(sym, *row)
    for v in (N(), object()):
        try:
            exec(f"x {sym}= 5", {"x": v})
        except TypeError as e:
            print("  ", e)

class Acc:
    def __init__(self): self.items = []
    def __iadd__(self, o):
        self.items.append(o)
        return self
a = b = Acc()
a += 1
a += 2
print(a is b, a.items)
t = ([], 1)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
l = m = [1]
l += (2,)
l *= 2
print(l, m)
l += "ab"
print(l)
s = u = (1,)
s += (2,)
print(s, u)
try:
    l += 5
except TypeError as e:
    print(e)
d = {"a": 1}
d |= [("b", 2)]
print(d)
