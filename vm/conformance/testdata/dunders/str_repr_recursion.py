# Containers that contain themselves; repr and str of nested containers and subclasses
l = [1]
l.append(l)
d = {"k": l}
d["d"] = d
print(l, d)
t = ([],)
t[0].append(t)
print(t)
class L(list):
    def __repr__(self): return "L" + super().__repr__()
x = L([1])
x.append(x)
print(x)
class O:
    def __init__(self): self.kids = [self]
    def __repr__(self): return f"O({self.kids if len(self.kids) > 1 else '...'})"
print(O())
print([set(), frozenset(), {1}, frozenset([1]), (), (1,), [], {}, b"", bytearray(b"x"), range(1), 1.0, 1j, None, True, ...])
from collections import deque, OrderedDict, defaultdict, Counter
q = deque([1])
q.append(q)
print(q)
o = OrderedDict(a=1)
o["self"] = o
print(o)
dd = defaultdict(list)
dd["x"].append(dd)
print(dd)
print(str("a'b"), repr("a'b"), repr('a"b'), repr("a'\"b"), ["it's"], {"\n": "\t"}, ("\\",))
e = ValueError([1, l], {"x"})
print(repr(e))
print(dict.__repr__({1: 2}), list.__str__([1]), object.__repr__(5).startswith("<int object at"))
