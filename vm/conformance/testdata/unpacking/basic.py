# Unpacking: nested targets, stars, any iterable, swap, chained assignment
a, b = 1, 2
a, b = b, a
print(a, b)
(a, b), c = [3, 4], 5
[d, [e, (f,)]] = 1, ["x", (2,)]
print(a, b, c, d, e, f)
first, *rest = "hello"
*init, last = range(4)
h, *m, t = {1: 0, 2: 0, 3: 0}
print(first, rest, init, last, h, m, t)
*all_, = "abc"
x, *none = [1]
print(all_, x, none)
a = b = c = [0]
print(a is b is c)
i = 0
lst = [10, 20, 30]
i, lst[i] = 1, 99
print(i, lst)
i, lst[i], *r = 2, "set", 5, 6
print(lst, r)
for k, (v, *w) in [(1, "ab"), (2, (3, 4, 5))]: print(k, v, w)
def gen():
    yield 1
    yield 2
a, b = gen()
(a), [b] = 7, [8]
print(a, b)
class It:
    def __iter__(self): return iter((5, 6))
p, q = It()
print(p, q)
class O: pass
o = O()
o.x, o.y, d2 = 1, 2, {}
(d2["k"], o.z), *o.w = (3, 4), 5, 6
print(vars(o), d2)
x = y, z = 1, 2
print(x, y, z)
a, (b, *c), *d = 1, (2, 3, 4), 5, 6
print(a, b, c, d)
[a, b, c] = "xyz"
print(a, b, c)
a = *range(2), *"ab"
print(a)
() = []
[] = ()
print("empty targets")
a, b = map(int, "4 5".split())
print(a + b)
*a, b = [[1, 2], 3]
print(a, b)
a, b, c, d, e = range(5)
print(e, d, c, b, a)
s = {1}
v, = s
print(v)
(w) = 1,
print(w)
