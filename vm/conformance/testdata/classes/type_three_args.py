# type() with three arguments, class namespaces, type() errors, dynamic methods
X = type("X", (object,), {"a": 1, "m": lambda self: self.a, "__doc__": "made"})
print(X, X().m(), X.__doc__, X.__module__, X.__qualname__)
Y = type("Y", (X,), dict(a=2, __qualname__="Some.Y", __module__="mod"))
print(Y, Y().m(), "__qualname__" in Y.__dict__)
def attempt(*a, **k):
    try:
        print(type(*a, **k))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
attempt()
attempt(1, 2)
attempt("A", 5, {})
attempt("A", (), 5)
attempt(5, (), {})
attempt("A", [], {})
attempt("A", (5,), {})
attempt("A", (), {}, 4)
attempt("A", (), {}, x=1)
attempt("bad\0name", (), {})
attempt("any string is fine", (), {})
attempt("A", (), {"__qualname__": 5})
attempt("A", (), {"__slots__": 1})
attempt(1, x=2)
ns = {"v": 1}
Z = type("Z", (), ns)
ns["v"] = 2
print(Z.v, type(Z), type(type(Z)), type(1), type.__call__(int, "7"))
class M(type): pass
print(type("Q", (M("P", (), {}),), {}).__class__.__name__, M("R", (), {}).__class__.__name__)
import types
def body(ns): ns["k"] = 5
W = types.new_class("W", (X,), {}, body)
print(W, W.k, W().m())
class Entries:
    def __mro_entries__(self, bases): return (X,)
V = types.new_class("V", (Entries(),))
print(V.__bases__, V.__orig_bases__[0].__class__.__name__)
class U(Entries(), list): pass
print(U.__mro__[1].__name__, U().m())
