# Lists changed while iterated, compared, repr'd, extended by themselves
l = [1, 2, 3, 4]
out = []
for x in l:
    out.append(x)
    if x % 2: l.remove(x)
print(out, l)
l = [1, 2, 3]
it = iter(l)
print(next(it))
l.clear()
print(list(it))
l.append(5)
print(list(it))
l = [1, 2, 3]
it = iter(l)
list(it)
l.append(4)
print(list(it))
r = reversed(l)
print(next(r))
del l[2:]
print(list(r))
l = [1, 2]
for x in l:
    if len(l) < 6: l.insert(0, 0)
    else: break
print(l)
l = [1, 2, 3]
l[:] = l + l
l.extend(l)
l += l[:1]
print(l, len(l))
class Eq:
    def __init__(self, lst): self.lst = lst
    def __eq__(self, o):
        self.lst.clear()
        return False
l = []
l.extend([Eq(l), Eq(l), Eq(l)])
print(5 in l, l)
l.extend([Eq(l), 1, 2])
try: l.index(99)
except ValueError as e: print(e, l)
l.extend([Eq(l), 1])
try: l.remove(7)
except ValueError as e: print(e, l)
l.extend([Eq(l), 1, 2])
print(l.count(3), l)
a = []
b = [a]
a.append(b)
print(a, b)
class R:
    def __repr__(self):
        l.clear()
        return "R"
l = [R(), 1, 2]
print(l)
def gen(lst):
    for x in list(lst):
        lst.append(x)
        yield x
l = [1, 2]
l.extend(gen(l))
print(l)
l = [3, 1]
l[:] = (x for x in l)
l[1:] = iter(l)
print(l)
q = list(range(10))
while q:
    q.pop(len(q) // 2)
    if len(q) < 4: break
print(q)
d = [[]] * 3
d[0].append(1)
print(d, d[0] is d[2])
l = [0, 1, 2]
l[0], l[l[0]] = 2, "x"
print(l)
del l[0], l[0]
print(l)
