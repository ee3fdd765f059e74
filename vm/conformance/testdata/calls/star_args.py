# * and ** in calls: merging order, iterables, mappings, several of each
def f(*args, **kw):
    return args, kw

print(f(*[1, 2], 3, *(4,), *"ab"))
print(f(*range(3), k=1, **{"m": 2}, n=3, **{"o": 4}))
print(f(**{}), f(*[]), f(*(), **{}))
print(f(a=1, *[2, 3]))
print(f(*{5: 1, 6: 2}), f(*(i * i for i in range(4))))

class M:
    def keys(self):
        return ["x", "y"]
    def __getitem__(self, k):
        return k * 2

print(f(**M()))

def g(a, b, c=3, *rest, d, e=5, **kw):
    return a, b, c, rest, d, e, kw

print(g(1, 2, d=4))
print(g(1, 2, 3, 4, 5, d=6, z=7))
print(g(*[1], *[2], d=1, **{"c": 9, "q": 1}))
print(g(b=2, a=1, d=0))

def order(n):
    print("eval", n)
    return n

f(order(1), *[order(2)], order(3), x=order(4), **{"y": order(5)}, z=order(6))

def swallow(first, *args):
    return first, args

print(swallow(*"abc"))
args = (1, 2)
kwargs = {"k": 1}
r = f(*args, **kwargs)
r[1]["k"] = 2
print(kwargs, r[0] is args)
