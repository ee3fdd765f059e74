from collections import namedtuple
import copy

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

P = namedtuple('P', 'x y')
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), hash(p) == hash((1, 2)), P._fields, P.__doc__)
print(p._replace(x=5), p._asdict(), P._make([7, 8]), copy.copy(p), copy.deepcopy(p))
show(lambda: P(1))
show(lambda: P(1, 2, 3))
show(lambda: P(1, 2, z=3))
show(lambda: P._make([1]))
show(lambda: p._replace(q=1))
show(lambda: setattr(p, 'x', 1))
D = namedtuple('D', ['a', 'b', 'c'], defaults=(2, 3))
print(D(1), D._field_defaults, D(1, c=9))
show(lambda: D())
print(namedtuple('R', 'a def _x a 1', rename=True)._fields)
for names in ('a def', '_x', 'a a', '1a'):
    show(lambda: namedtuple('E', names))
show(lambda: namedtuple('class', 'a'))
show(lambda: namedtuple('T', 'a', defaults=(1, 2)))
print(namedtuple('Z', '')(), namedtuple('One', 'only')(5))

class Point(namedtuple('Point', 'x y')):
    __slots__ = ()
    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
    def __str__(self):
        return f'<{self.x},{self.y}>'
q = Point(3, 4)
print(q, repr(q), q.norm, q + (5,), sorted([Point(2, 1), Point(1, 9)]))
a, b = q
print(a, b, *q)
match q:
    case Point(x=3, y=yy):
        print('matched', yy)
match p:
    case P(1, z):
        print('positional', z)
print(P.x.__doc__, P._replace.__doc__, P.__new__.__doc__, P.__module__, P.__new__.__qualname__)
print({P(1, 2): 'v'}[(1, 2)], P(1, 2) < P(1, 3), len(p), list(reversed(p)), p.index(2), p.count(1))
