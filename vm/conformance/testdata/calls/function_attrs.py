# Function objects: names, attributes, documentation, code and equality
def f(a, b=1, *c, d, e=2, **g):
    """Doc of f."""
    x = 1
    return x

print(f.__name__, f.__qualname__, f.__doc__, f.__module__)
print(f.__code__.co_name, f.__code__.co_varnames, f.__code__.co_flags & 0x0F)
f.__name__ = "renamed"
f.__qualname__ = "Q.renamed"
f.__doc__ = None
print(f.__name__, f.__qualname__, f.__doc__, repr(f).split(" at ")[0])
f.custom = [1]
print(f.custom, f.__dict__, hasattr(f, "other"))
del f.custom
try:
    f.custom
except AttributeError as e:
    print(e)
for name, value in (("__name__", 1), ("__qualname__", None), ("__code__", 5), ("__dict__", 1)):
    try:
        setattr(f, name, value)
    except TypeError as e:
        print(e)
for name in ("__globals__", "__closure__"):
    try:
        setattr(f, name, None)
    except AttributeError as e:
        print(e)

def one(): return 1
def two(): return 2
one.__code__ = two.__code__
print(one(), one.__name__)

def closure():
    v = 1
    return lambda: v

try:
    one.__code__ = closure().__code__
except ValueError as e:
    print(e)
print(type(f).__name__, type(lambda: 0).__name__, (lambda: 0).__name__)
print(one == one, one == two, callable(one), one.__globals__ is globals())
def nodoc():
    "first"
    "second"
print(nodoc.__doc__)
def fdoc():
    f"not a doc"
print(fdoc.__doc__)
