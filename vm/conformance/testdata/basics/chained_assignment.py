# a = b = value: order of targets, sharing, with unpacking and subscripts
def v(): print("value", end=" "); return [0]
class L(list):
    def __setitem__(self, k, x): print("set", k, end=" "); super().__setitem__(k, x)
l = L([None] * 3)
a = l[0] = l[1] = b = v()
print(a is b, l[0] is a, l)
a.append(1)
print(b, l[1])
x = y, z = w = (1, 2)
print(x, y, z, w)
i = l[i] = 2 if False else 1
print(i, l)
p = q = r = 5
q += 1
print(p, q, r)
