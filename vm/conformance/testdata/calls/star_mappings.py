# f(**m) alone: any mapping, whatever it does while it is read; nothing is shared with the caller
class M:
    def __init__(self, **kw):
        self.kw = kw

    def keys(self):
        print("keys")
        return list(self.kw)

    def __getitem__(self, k):
        def noise(a, b=2, *c, **d):
            return a, b, c, d
        noise(1, z=3)
        return self.kw[k]


class D(dict):
    def keys(self):
        return ["x"]

    def __getitem__(self, k):
        return "from " + k


def f(*args, **kw):
    kw["new"] = 1
    return args, kw


def g(a, b=10, *, c=20, **rest):
    return a, b, c, rest


d = {"a": 1}
print(f(**d), d)
print(f(*[1, 2], **M(p=1, q=2)))
print(f(**D(y=5)), g(**{"a": 1, "c": 2, "zz": 3}), g(*(1, 2), **{}))
for bad in (5, [("a", 1)], {1: 2}, {"a": 1, "b": 2, 3: 4}, None):
    try:
        print(g(**bad))
    except TypeError as e:
        print(e)
for call in (lambda: g(**{"b": 1}), lambda: g(1, **{"a": 2}), lambda: g(), lambda: g(1, 2, 3),
             lambda: g(1, 2, 3, c=1), lambda: f(1, 2, **5), lambda: dict(**5), lambda: dict(**M(k=1))):
    try:
        print(call())
    except TypeError as e:
        print(e)


def h(a, b, /, c, *, d=4, **kw):
    return a, b, c, d, kw


print(h(1, 2, 3), h(1, 2, c=3, d=5, a=6, b=7))
for call in (lambda: h(1, b=2, c=3), lambda: h(a=1, b=2, c=3), lambda: h(1, 2), lambda: h(1, 2, 3, 4)):
    try:
        print(call())
    except TypeError as e:
        print(e)


def k(a, b, /):
    pass


for kw in ({"a": 1}, {"a": 1, "b": 2}, {"zz": 1, "b": 2}):
    try:
        k(1, **kw)
    except TypeError as e:
        print(e)


def outer():
    """doc"""
    def inner():
        "inner doc"
        return outer
    return inner


x, y = outer(), outer()
x.__name__ = "renamed"
x.__doc__ = None
print(x.__name__, y.__name__, x.__qualname__, y.__qualname__, x.__doc__, y.__doc__, x.__module__, x.__closure__, x.__defaults__, x.__kwdefaults__, x.__annotations__)
y.__code__ = (lambda: 5).__code__
print(y(), y.__name__, y.__qualname__, y.__doc__)
