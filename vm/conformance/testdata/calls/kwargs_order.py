# Keyword order is kept in **kwargs, class keywords and dict(); names may be any string
def f(**k): return list(k)
print(f(z=1, a=2, m=3), f(**{"b": 1, "a": 2}, c=3))
print(list(dict(z=1, y=2, x=3)), dict([("a", 1)], a=2, b=3))
print(f(**{"not an identifier": 1, "": 2, "class": 3}))

class Base:
    def __init_subclass__(cls, **kw):
        cls.kw = kw

class K(Base, z=1, y=2, x=3): pass
print(K.kw)

def g(*args, **kwargs):
    kwargs["extra"] = 1
    return kwargs
d = {"a": 1}
print(g(**d), d)

def forward(*args, **kwargs):
    return target(*args, **kwargs)
def target(a, b=2, *c, d=4, **e): return a, b, c, d, e
print(forward(1), forward(1, 2, 3, d=5, q=6), forward(b=1, a=0))
def kw_only_none(*, x=None, **rest): return x, rest
print(kw_only_none(y=1), kw_only_none(x=0))
def names(self=1, args=2, kwargs=3, *, cls=4): return self, args, kwargs, cls
print(names(kwargs=9, cls=8))
