# Augmented assignment to every kind of target; evaluated once
def t(n, v):
    print(n, end=" ")
    return v
x = 5
x += 1; x -= 2; x *= 3; x //= 2; x **= 2; x %= 10; x <<= 3; x >>= 1; x |= 1; x &= 7; x ^= 2
print(x)
f = 3
f /= 2
print(f)
class O: a = 1
o = O()
o.a += 5
print(o.a, O.a)
t("obj", o).a += t("val", 2)
print(o.a)
l = [1, 2, 3]
l[t("i", 0)] += t("v", 10)
l[-1] *= 2
l[0:1] += ["new"]
print(l)
d = {"k": 1}
d["k"] -= 5
t("d", d)[t("key", "k")] **= t("p", 2)
print(d)
try: d["zz"] += 1
except KeyError as e: print(repr(e))
try: o.zz += 1
except AttributeError as e: print(e)
try: l[9] += 1
except IndexError as e: print(e)
s = "a"
s += "b"
s *= 3
s %= () if False else ()
print(s)
def local():
    n = 1
    def inner():
        nonlocal n
        n += 1
        return n
    return inner() + inner()
print(local())
a = b = [1]
a += [2]
a = a + [3]
print(a, b)
t1 = t2 = (1,)
t1 += (2,)
print(t1, t2)
st = frozenset([1])
st |= {2}
print(sorted(st))
class P:
    def __init__(self): self._v = 0
    @property
    def v(self): print("get", end=" "); return self._v
    @v.setter
    def v(self, n): print("set", end=" "); self._v = n
p = P()
p.v += 3
print(p.v)
m = [[1]]
m[0] += m[0]
m[0][0] += 5
print(m)
x = 1
x += x + x * x
print(x)
x = y = 3
x += y
x -= -x
print(x, y)
matrix = [[0] * 2 for _ in range(2)]
matrix[0][1] += 7
matrix[1][0] -= matrix[0][1]
print(matrix)
