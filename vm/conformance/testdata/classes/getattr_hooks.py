# __getattr__, __getattribute__, __setattr__, __delattr__ and their interplay
class G:
    real = "real"
    def __getattr__(self, name):
        if name.startswith("x"):
            return "dyn " + name
        raise AttributeError(name + " is missing")
g = G()
g.y = 1
print(g.real, g.y, g.xyz)
try:
    g.nope
except AttributeError as e:
    print(e)
print(hasattr(g, "xa"), hasattr(g, "nope"), getattr(g, "nope", "default"))
class H:
    def __init__(self): self.a = 1
    def __getattribute__(self, name):
        if name == "a":
            return "intercepted"
        if name == "missing":
            raise AttributeError("gone")
        return super().__getattribute__(name)
    def __getattr__(self, name): return "fallback " + name
h = H()
print(h.a, h.missing, h.other, object.__getattribute__(h, "a"))
class S:
    def __setattr__(self, name, value):
        if name == "frozen":
            raise AttributeError("cannot set " + name)
        object.__setattr__(self, name, value + 1)
    def __delattr__(self, name):
        print("deleting", name)
        object.__delattr__(self, name)
s = S()
s.v = 1
print(s.v)
try:
    s.frozen = 1
except AttributeError as e:
    print(e)
del s.v
try:
    del s.v
except AttributeError as e:
    print(e)
s.v = 5
s.v += 1
print(s.v)
class R:
    def __getattr__(self, name): return getattr(self.inner, name)
try:
    R().anything
except RecursionError as e:
    print(type(e).__name__)
class K:
    def __getattr__(self, name): return lambda *a: (name, a)
print(K().foo(1, 2))
try:
    len(K())
except TypeError as e:
    print(e)
print(getattr(K(), "__len__")())
class W:
    __getattr__ = "abc".__getattribute__
print(W().upper())
