# Delegation: wrappers by __getattr__, proxies that count, lazy attributes, borg
class Counting:
    def __init__(self, target):
        object.__setattr__(self, "_t", target)
        object.__setattr__(self, "calls", {})
    def __getattr__(self, n):
        self.calls[n] = self.calls.get(n, 0) + 1
        return getattr(self._t, n)
    def __setattr__(self, n, v): setattr(self._t, n, v)
    def __delattr__(self, n): delattr(self._t, n)
    def __len__(self): return len(self._t)
    def __getitem__(self, i): return self._t[i]
    def __iter__(self): return iter(self._t)
    def __eq__(self, o): return self._t == o
    def __repr__(self): return f"Counting({self._t!r})"
p = Counting([3, 1, 2])
p.append(4)
p.sort()
p.append(0)
print(p, p.calls, len(p), p[0], list(p), p == [1, 2, 3, 4, 0], 3 in p, max(p))
class O: x = 1
o = O()
q = Counting(o)
q.y = 5
print(o.y, q.x, hasattr(q, "zz"), q.calls)
del q.y
print(hasattr(o, "y"))
class Lazy:
    def __init__(self, f): self.f, self.name = f, f.__name__
    def __get__(self, o, t):
        if o is None: return self
        v = o.__dict__[self.name] = self.f(o)
        return v
class Data:
    @Lazy
    def heavy(self):
        print("computing")
        return 42
d = Data()
print(d.heavy, d.heavy, d.__dict__)
class Borg:
    _s = {}
    def __init__(self): self.__dict__ = self._s
a, b = Borg(), Borg()
a.x = 1
print(b.x, a is b, a.__dict__ is b.__dict__)
class Attr(dict):
    def __getattr__(self, n):
        try: return self[n]
        except KeyError: raise AttributeError(n) from None
    def __setattr__(self, n, v): self[n] = v
e = Attr(a=1)
e.b = 2
print(e, e.a, e.b, hasattr(e, "c"), getattr(e, "c", "none"), e.keys())
class Chain:
    def __init__(self, path=""): self._p = path
    def __getattr__(self, n): return Chain(f"{self._p}/{n}")
    def __call__(self, *a): return Chain(f"{self._p}({', '.join(map(str, a))})")
    def __str__(self): return self._p
    __getitem__ = lambda self, k: Chain(f"{self._p}[{k}]")
print(Chain().users(5).posts["x"].all())
class Frozen:
    def __init__(self, **k): self.__dict__.update(k)
    def __setattr__(self, n, v): raise TypeError(f"{type(self).__name__} is frozen")
f = Frozen(a=1)
try: f.a = 2
except TypeError as err: print(err, f.a)
