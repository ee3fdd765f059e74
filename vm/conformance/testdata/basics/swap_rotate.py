# Tuple assignment as swap and rotation, with subscripts and attributes
a, b, c = 1, 2, 3
a, b = b, a
a, b, c = c, a, b
print(a, b, c)
l = [1, 2, 3]
l[0], l[2] = l[2], l[0]
l[0], l[1], l[2] = l[1], l[2], l[0]
print(l)
i = 0
i, l[i] = 2, "x"
print(i, l)
class O: x, y = 1, 2
O.x, O.y = O.y, O.x
print(O.x, O.y)
d = {"a": 1, "b": 2}
d["a"], d["b"] = d["b"], d["a"]
print(d)
x, y = 0, 1
for _ in range(10): x, y = y, x + y
print(x, y)
(x, y), z = (y, x), x
print(x, y, z)
