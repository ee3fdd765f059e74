# Instances of one class that get different attributes in different orders; hot code over mixed classes
class P: pass
def make(*names):
    p = P()
    for i, n in enumerate(names): setattr(p, n, i)
    return p
objs = [make("a", "b", "c"), make("c", "b", "a"), make("b"), make("a", "c"), make()]
def read(o, default="-"):
    try: return o.a
    except AttributeError: return default
print([read(o) for o in objs * 2], [sorted(vars(o)) for o in objs])
for o in objs: o.a = 10
print([o.a for o in objs], [list(vars(o)) for o in objs])
class Q(P): a = "class level"
class R:
    @property
    def a(self): return "property"
class S:
    def __getattr__(self, n): return "dynamic " + n
class T:
    __slots__ = ("a",)
t = T()
t.a = "slot"
mixed = [objs[0], Q(), R(), S(), t, Q]
for _ in range(3): print([o.a for o in mixed])
q = Q()
print(q.a, end=" ")
q.a = "own"
print(q.a, end=" ")
del q.a
print(q.a)
def call(o): return o.f(1)
class F1:
    def f(self, x): return ("F1", x)
class F2(F1): pass
class F3(F1):
    def f(self, x): return ("F3", super().f(x))
f = F2()
f.f = lambda x: ("own", x)
print([call(o) for o in (F1(), F2(), F3(), f, F2()) * 2])
F1.f = lambda self, x: ("patched", x)
print([call(o) for o in (F1(), F2(), F3(), f)])
class G:
    n = 0
    def bump(self): self.n += 1; return self.n
g, h = G(), G()
print([g.bump() for _ in range(3)], h.bump(), G.n)
G.n = 100
print(g.bump(), h.bump(), G().bump())
