# copy: shallow and deep copies of builtin and user types, memo, errors
import copy
l = [1, [2, 3], {"k": [4]}, (5, [6])]
s, d = copy.copy(l), copy.deepcopy(l)
l[1].append("x")
l[3][1].append("y")
print(l, s, d, s[1] is l[1], d[1] is l[1], d[3] is l[3])
t = (1, 2, (3,))
print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.deepcopy((1, [])) is not None, copy.copy({1}), copy.copy(frozenset([1])), copy.deepcopy({"a": {"b": {1}}}), copy.copy(bytearray(b"x")), copy.deepcopy(range(3)), copy.copy(slice(1, 2)), copy.copy(None), copy.deepcopy(...), copy.copy(1j))
class C:
    def __init__(self, v): self.v = v
a = C([1])
b, c = copy.copy(a), copy.deepcopy(a)
a.v.append(2)
print(b.v, c.v, type(c).__name__, copy.copy(C) is C, copy.deepcopy(len) is len, copy.copy(lambda: 0).__name__)
x = C(None)
x.v = x
y = copy.deepcopy(x)
print(y.v is y, y is not x)
memo = {}
shared = []
r = copy.deepcopy([shared, shared], memo)
print(r[0] is r[1], len(memo) > 0)
class L(list): pass
m = L([1, [2]])
m.tag = ["t"]
n = copy.deepcopy(m)
print(n, type(n).__name__, n.tag, n.tag is m.tag, copy.copy(m).tag is m.tag)
class D(dict): pass
print(type(copy.copy(D(a=1))).__name__, copy.deepcopy(D(a=[1])))
class R:
    def __reduce_ex__(self, p): return (tuple, ([1, 2],))
print(copy.copy(R()))
class NoCopy:
    def __reduce_ex__(self, p): raise TypeError("cannot copy")
try: copy.copy(NoCopy())
except TypeError as e: print(e)
for bad in (lambda: copy.deepcopy((x for x in ())), lambda: copy.copy(open(__file__))):
    try: bad()
    except TypeError as e: print(e)
print(copy.Error.__name__, copy.error is copy.Error)
class Init:
    n = 0
    def __init__(self): Init.n += 1
i = Init()
copy.copy(i), copy.deepcopy(i)
print(Init.n)
e = copy.copy(ValueError("a", 1))
print(repr(e), copy.deepcopy(KeyError([1])).args)
