# Identity and equality of instances, classes, functions, None, small values held in variables
a = object()
b = a
print(a is b, a is not object(), a == b, None is None, (lambda: None)() is None, type(None) is type(None), int is int, type(1) is int)
class C:
    def __eq__(self, o): return True
c = C()
print(c == 1, c is c, c != 1, c in [5], [c] == [5], (c,) == (7,), {"k": c} == {"k": 3})
l1, l2 = [1], [1]
print(l1 == l2, l1 is l2, l1 is l1)
def f(): pass
g = f
print(f is g, f == g, f.__code__ is g.__code__, C().m is None if hasattr(C, "m") else "no m")
x = y = []
x.append(1)
print(y, x is y, id(x) == id(y), id(x) != id([]))
t = (1, 2)
u = t
u += ()
print(u == t, t[:] == t, t + () == t)
s = "abc"
print(s is s, s == "".join(["a", "b", "c"]), s[0:3] == s)
n = None
print(n is None, n == None, not n, n is not False)
print(True is True, (1 == 1) is True, bool(1) is True, (not 0) is True, (1 > 0) is not False)
print(... is ..., NotImplemented is NotImplemented, type(...) is type(Ellipsis))
ids = {id(o) for o in [object() for _ in range(3)]}
objs = [object() for _ in range(5)]
print(len({id(o) for o in objs}), len(ids) >= 1)
e1 = e2 = ValueError("x")
print(e1 is e2, ValueError("x") == ValueError("x"), e1 == e2)
class D: pass
d = {D: 1}
print(d[D], D in d, D == D, D != C, hash(D) == hash(D))
