# del of names, items, slices, attributes; names reused; loops that delete
x = [1, 2, 3, 4, 5, 6]
y = x
del x[0], x[-1], x[1:3]
print(x, y)
del x
print(y, "x" in globals())
d = {i: i * i for i in range(6)}
for k in [k for k in d if k % 2]: del d[k]
print(d)
class O: pass
o = O()
o.a = o.b = 1
del o.a
print(vars(o), hasattr(o, "a"))
a = b = c = 1
del (a, b), [c]
print(sorted(n for n in "abc" if n in globals()))
def f(n):
    l = list(range(n))
    while len(l) > 2: del l[len(l) // 2]
    return l
print(f(10))
for i in range(3):
    tmp = i
    del tmp
print("tmp" in globals(), i)
m = [[1, 2], [3, 4]]
for r in m: del r[0]
del m[0][0]
print(m)
s = slice(1, 3)
z = list("abcde")
del z[s], z[::2]
print(z)
