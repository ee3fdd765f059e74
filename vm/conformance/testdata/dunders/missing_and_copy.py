# __missing__, __copy__, __deepcopy__, __reduce__, __getstate__/__setstate__ through copy
import copy
class D(dict):
    def __missing__(self, key):
        self[key] = v = len(self)
        return v
d = D()
print(d["a"], d["b"], d["a"], d, d.get("zz"), "{a} {b}".format_map(d))
class P:
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"P({self.x}, {self.y})"
p = P(1, [2, 3])
q, r = copy.copy(p), copy.deepcopy(p)
p.y.append(4)
print(p, q, r, q.y is p.y)
class C:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return ("deep", type(memo).__name__)
print(copy.copy(C()), copy.deepcopy([C()]))
class S:
    def __init__(self): self.keep, self.drop = 1, 2
    def __getstate__(self): return {"keep": self.keep}
    def __setstate__(self, s):
        self.__dict__.update(s)
        self.restored = True
print(sorted(copy.copy(S()).__dict__.items()))
class R:
    def __init__(self, a): self.a = a
    def __reduce__(self): return (R, (self.a + 1,))
print(copy.copy(R(1)).a, copy.deepcopy(R(1)).a)
a = [1]
a.append(a)
b = copy.deepcopy(a)
print(b[1] is b, b is not a)
class Sl:
    __slots__ = ("m", "n")
s = Sl()
s.m = [1]
t = copy.copy(s)
print(t.m is s.m, hasattr(t, "n"), copy.deepcopy(s).m is s.m)
print(copy.copy(5), copy.copy("s"), copy.copy((1, [])), copy.deepcopy({1: {2: [3]}}), copy.copy(len) is len, copy.copy(P) is P)
shared = [1]
x = copy.deepcopy([shared, shared])
print(x[0] is x[1])
