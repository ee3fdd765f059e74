# type(), vars, dir, getattr family, hasattr semantics
class A:
    cls = 1
    def __init__(self): self.x = 1
    @property
    def p(self): raise AttributeError("in property")
    @property
    def q(self): raise ValueError("q")
a = A()
print(type(a).__name__, type(A), type(type), vars(a), sorted(k for k in vars(A) if k[0] != "_"), [n for n in dir(a) if n[0] != "_"], hasattr(a, "x"), hasattr(a, "p"), getattr(a, "p", "dflt"), hasattr(a, "zz"), getattr(a, "x"), "x" in dir(a))
try: hasattr(a, "q")
except ValueError as e: print(e)
try: getattr(a, "q", 1)
except ValueError as e: print(e)
setattr(a, "y", 2)
delattr(a, "x")
print(a.__dict__, callable(a), callable(A), callable(len), callable(lambda: 0), callable("".join), callable(5))
print(isinstance(a, A), isinstance(a, (int, A)), issubclass(A, object), type(a) == A, type(5) is int, type(None)() is None, type(...)() is ..., type(NotImplemented)() is NotImplemented)
def f(): x = 1; return dir(), vars()
print(f(), sorted(dir())[:3] != [], "a" in vars(), "f" in dir())
print([n for n in dir([]) if n[0] != "_"], [n for n in dir("") if n[0] != "_"], [n for n in dir({}) if n[0] != "_"], [n for n in dir(5) if n[0] != "_"], [n for n in dir(1.5) if n[0] != "_"], [n for n in dir(set()) if n[0] != "_"], [n for n in dir(()) if n[0] != "_"], [n for n in dir(b"") if n[0] != "_"], [n for n in dir(1j) if n[0] != "_"], [n for n in dir(range(1)) if n[0] != "_"], [n for n in dir(slice(1)) if n[0] != "_"], [n for n in dir(memoryview(b"")) if n[0] != "_"], [n for n in dir(bytearray()) if n[0] != "_"], [n for n in dir(frozenset()) if n[0] != "_"], [n for n in dir(True) if n[0] != "_"], [n for n in dir(property()) if n[0] != "_"], [n for n in dir((x for x in ())) if n[0] != "_"], sep="\n")
