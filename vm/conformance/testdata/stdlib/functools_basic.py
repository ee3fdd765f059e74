import functools
from functools import *

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

def deco(f):
    @wraps(f)
    def inner(*a, **k):
        "inner doc"
        return f(*a, **k)
    return inner

@deco
def hello(x: int) -> str:
    "hello doc"
    return f'hi {x}'
print(hello(3), hello.__name__, hello.__doc__, hello.__annotations__, hello.__wrapped__(4), hello.__qualname__)

@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(V(1) <= V(2), V(1) > V(2), V(2) >= V(2), V(3) > V(2), max([V(1), V(5)]).n)
def bad():
    @total_ordering
    class W: pass
show(bad)

p = partial(int, base=2)
print(p('101'), p.func, p.args, p.keywords, partial(partial(max, 1), 5)(3), repr(partial(print, 1, sep='-')).replace(repr(print), 'PRINT'))
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + b, [], 'init'))
show(lambda: reduce(lambda a, b: a, []))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))

class Cell:
    def __init__(self): self.alive = False
    def set_state(self, state): self.alive = state
    on = partialmethod(set_state, True)
c = Cell(); c.on(); print(c.alive)

class CP:
    count = 0
    @cached_property
    def v(self):
        "doc of v"
        CP.count += 1
        return 42
o = CP()
print(o.v, o.v, CP.count, o.__dict__, CP.v.__doc__)
del o.v
print(o.v, CP.count)
class Slotted:
    __slots__ = ()
    @cached_property
    def v(self): return 1
show(lambda: Slotted().v)
def twice():
    class T:
        a = b = cached_property(lambda self: 1)
show(twice)

@singledispatch
def kind(x): return 'object'
@kind.register
def _(x: int): return 'int'
@kind.register(list)
def _(x): return 'list'
@kind.register
def _(x: float | complex): return 'number'
print(kind(1), kind([]), kind('s'), kind(1.5), kind(1j), kind(True), kind.dispatch(bool)(0), sorted(t.__name__ for t in kind.registry))
show(lambda: kind())
show(lambda: kind.register(5))
from collections.abc import Sized, Mapping
@kind.register(Sized)
def _(x): return 'sized'
@kind.register(Mapping)
def _(x): return 'mapping'
print(kind('s'), kind({}), kind(set()), kind([]))
class SD:
    @singledispatchmethod
    def neg(self, x): raise NotImplementedError('no')
    @neg.register
    def _(self, x: int): return -x
    @neg.register
    def _(self, x: bool): return not x
print(SD().neg(5), SD().neg(True))
show(lambda: SD().neg('a'))
