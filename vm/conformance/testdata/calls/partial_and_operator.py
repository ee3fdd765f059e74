# functools.partial and operator callers as call targets
from functools import partial
import operator

def f(*a, **k): return a, k

p = partial(f, 1, x=2)
print(p(), p(3), p(x=5, y=6))
q = partial(p, 9, z=1)
print(q(), q.args, q.keywords, q.func is f)
print(repr(partial(int, base=2)), partial(int, base=2)("101"))
class C:
    m = partial(f, "bound?")
print(C().m())
try:
    partial()
except TypeError as e:
    print(e)
try:
    partial(5)
except TypeError as e:
    print(e)
print(operator.methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(operator.itemgetter(1, 0)("ab"), operator.itemgetter(slice(1, 3))("abcd"))
print(operator.attrgetter("real", "imag")(3 + 4j), operator.attrgetter("__class__.__name__")(5))
p.note = "attr"
print(p.note, p.__dict__)
print(list(map(partial(pow, 2), range(5))), sorted([3, -1, 2], key=partial(operator.mul, -1)))
