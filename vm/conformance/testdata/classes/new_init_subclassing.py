# __new__/__init__ through several levels, wrong returns, keyword passing, copying arguments
class A:
    def __new__(cls, *a, **k):
        o = super().__new__(cls)
        o.made = (cls.__name__, a, tuple(k))
        return o
    def __init__(self, x=0, **k): self.x = x
class B(A):
    def __init__(self, x, y):
        super().__init__(x, z=1)
        self.y = y
b = B(1, y=2)
print(b.made, b.x, b.y)
class C(B):
    def __new__(cls, *a): return super().__new__(B, *a)
c = C(1, 2)
print(type(c).__name__, hasattr(c, "x"))
class D(tuple):
    def __new__(cls, *a): return super().__new__(cls, sorted(a))
    def __init__(self, *a): self.n = len(a)
d = D(3, 1, 2)
print(d, d.n, d[0])
class E(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self["made"] = True
print(E(a=1), E([("x", 1)]), E.fromkeys("ab"))
class F(list):
    def __init__(self, n): super().__init__(range(n))
print(F(3), F(3).__class__.__name__, list.__new__(F))
class G(str):
    def __new__(cls, s, n=1): return str.__new__(cls, s * n)
print(G("ab", 2), G("x"), len(G("q", 3)))
class H(int):
    def __new__(cls, v): return int.__new__(cls, abs(int(v)))
    def __add__(self, o): return H(int(self) + o)
print(H(-5) + 3, H("7"), type(H(1) + 1).__name__, sum([H(1), H(2)]))
class I(Exception):
    def __new__(cls, *a):
        e = super().__new__(cls, *a)
        e.tag = "tagged"
        return e
try: raise I(1, 2)
except I as e: print(e.args, e.tag)
class J(bytes):
    def __new__(cls, n): return super().__new__(cls, n)
print(J(2), J(b"x"))
class K(set):
    def __init__(self, *a): super().__init__(a)
print(sorted(K(1, 2, 2)), type(K(1) | {2}).__name__)
class L(float):
    def __new__(cls, s): return super().__new__(cls, s.strip("%")) if isinstance(s, str) else super().__new__(cls, s)
print(L("12.5%") * 2, L(3))
class M(type):
    def __call__(cls, *a): return ("intercepted", cls.__name__, a)
class N(metaclass=M):
    def __init__(self): print("never")
print(N(1, 2))
class O:
    def __init__(self, n): self.kids = [O(i) for i in range(n)]
    def count(self): return 1 + sum(k.count() for k in self.kids)
print(O(5).count())
