# del of names, tuples of names, attributes, items and slices
a = b = c = 1
del a, (b, [c])
print([n for n in ("a", "b", "c") if n in globals()])

class P:
    pass

p = P()
p.x, p.y = 1, 2
del p.x
print(p.__dict__)
try:
    del p.x
except AttributeError as e:
    print(type(e).__name__, e)
d = {"k": 1, "j": 2}
del d["k"]
print(d)
try:
    del d["k"]
except KeyError as e:
    print(type(e).__name__, e)
lst = list(range(10))
del lst[0], lst[-1], lst[2:4]
print(lst)
try:
    del lst[100]
except IndexError as e:
    print(e)
t = (1, 2)
for thing in ("t[0]", "t.x", "'abc'[0]", "5 .real", "len.x"):
    try:
        exec("del " + thing)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)

def local():
    x = [1, 2]
    y = x
    del x
    return y

print(local())
del ()
