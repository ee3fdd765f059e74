import copy
from collections import OrderedDict, deque, defaultdict

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

l = [1, [2, 3], {'k': [4]}]
s, d = copy.copy(l), copy.deepcopy(l)
l[1].append(99)
print(s, d, s[1] is l[1], d[1] is l[1])
a = []
a.append(a)
b = copy.deepcopy(a)
print(b[0] is b, b is not a)
t = ([1], 2)
print(copy.deepcopy(t)[0] is t[0], copy.copy(t) is t, copy.deepcopy((1, 'a')) is not None)
x = [1]
y = copy.deepcopy([x, x])
print(y[0] is y[1])
class C:
    def __init__(self): self.a = [1]; self.b = self
c = C()
d = copy.deepcopy(c)
print(d.b is d, d.a is not c.a, copy.copy(c).a is c.a)
class H:
    def __init__(self, v): self.v = v
    def __copy__(self): return H(('copied', self.v))
    def __deepcopy__(self, memo): return H(('deep', copy.deepcopy(self.v, memo)))
print(copy.copy(H(1)).v, copy.deepcopy(H([1])).v)
class S:
    __slots__ = ('p', 'q')
o = S(); o.p = [1]; o.q = 2
e = copy.deepcopy(o)
print(e.p, e.p is o.p, e.q)
class St:
    def __init__(self): self.x = 1; self.y = 2
    def __getstate__(self): return {'x': self.x}
    def __setstate__(self, s): self.__dict__.update(s); self.set = True
print(sorted(copy.copy(St()).__dict__.items()))
class L(list): pass
m = L([1, 2]); m.attr = [5]
n = copy.deepcopy(m)
print(type(n).__name__, n, n.attr, n.attr is m.attr)
print(copy.deepcopy(OrderedDict(a=[1])), copy.copy(deque([1, 2], 5)), copy.deepcopy(defaultdict(list, a=[1])))
print(copy.copy({1, 2}) == {1, 2}, copy.copy(bytearray(b'a')), copy.deepcopy({'k': (1, [2])}))
def fn(): pass
print(copy.copy(fn) is fn, copy.deepcopy(fn) is fn, copy.copy(int) is int, copy.deepcopy(len) is len)
import types
meth = copy.deepcopy(c.__init__)
print(meth.__self__ is not c, meth.__func__ is c.__init__.__func__)
class NR:
    def __reduce_ex__(self, p): return 'global'
nr = NR()
print(copy.copy(nr) is nr, copy.deepcopy(nr) is nr)
class R:
    def __init__(self, v): self.v = v
    def __reduce__(self): return (R, (self.v + 1,), {'extra': 1})
r = copy.copy(R(1))
print(r.v, r.extra)
show(lambda: copy.copy(x for x in ()))
import copyreg
class Reg:
    def __init__(self, v=0): self.v = v
copyreg.pickle(Reg, lambda o: (Reg, (o.v * 10,)))
print(copy.copy(Reg(3)).v)
show(lambda: copyreg.pickle(Reg, 5))
memo = {}
z = [1]
copy.deepcopy(z, memo)
print(id(z) in memo)
e = ValueError('a', 1)
e.note = [1]
f = copy.copy(e)
print(repr(f), f.note is e.note)
