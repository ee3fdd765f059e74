# operators, properties and attributes where a method in Python runs, and what is remembered of classes
import math, traceback


class N:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        if isinstance(o, N):
            return N(self.v + o.v)
        if isinstance(o, int):
            return N(self.v + o)
        return NotImplemented

    def __radd__(self, o):
        return ("radd", o, self.v)

    def __mul__(self, o):
        return NotImplemented

    def __neg__(self):
        return N(-self.v)

    def __invert__(self):
        return NotImplemented

    def __repr__(self):
        return f"N({self.v})"


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


a, b = N(1), N(2)
for f in (lambda: a + b, lambda: a + 5, lambda: 5 + a, lambda: 2.5 + a, lambda: True + a, lambda: a + 2.5,
          lambda: a * 2, lambda: 2 * a, lambda: a * b, lambda: a * 70000, lambda: -a, lambda: ~a, lambda: +a, lambda: a - 1, lambda: 1 - a):
    attempt(f)


def inplace(x, y):
    x += y
    return x


def inplace_mul(x, y):
    x *= y
    return x


def inplace_small(x):
    x += 3
    return x


attempt(lambda: inplace(a, b))
attempt(lambda: inplace(a, 1.5))
attempt(lambda: inplace(1, a))
attempt(lambda: inplace_mul(a, b))
attempt(lambda: inplace_mul(a, 2))
attempt(lambda: inplace_small(a))


class MyInt(int):
    def __mul__(self, o):
        return "mine" if o == 3 else NotImplemented

    def __rmul__(self, o):
        return "reflected"


attempt(lambda: MyInt(4) * 3)
attempt(lambda: MyInt(4) * 5)
attempt(lambda: 5 * MyInt(4))
attempt(lambda: MyInt(4) * MyInt(5))


class Bad:
    def __add__(self, o):
        raise ValueError("in add")


try:
    Bad() + 1
except ValueError:
    print(traceback.format_exc().splitlines()[2:3] == [] or "in __add__" in traceback.format_exc())


class P:
    level = 1

    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, v):
        self._x = v


class Q(P):
    level = 2


class R:
    x = "plain"
    level = 3


def use(o):
    return o.x, o.level


p, q, r = P(), Q(), R()
p.x, q.x = 10, 20
for round in range(3):
    print([use(o) for o in (p, q, r, p, r, q)])
    if round == 0:
        r.x = "own"
        P.level = 11
        q.level = "own level"
    if round == 1:
        P.x = property(lambda self: "new getter")
        del R.level
        R.level = "again"


class S:
    pass


def shapes(o):
    return o.a


made = []
for i in range(6):
    s = S()
    for k in "bcdef"[:i]:
        setattr(s, k, k)
    s.a = i
    made.append(s)
print([shapes(s) for s in made], [shapes(s) for s in made[::-1]])
for s in made:
    s.a += 100
print([shapes(s) for s in made])


def pi():
    return math.pi, math.floor(2.5)


print(pi(), pi())
saved, math.pi = math.pi, 3
print(pi())
math.pi = saved
print(pi())
attempt(lambda: math.nothing)


class C:
    k = 1

    @classmethod
    def cm(cls):
        return cls.k

    @staticmethod
    def sm():
        return "sm"


class D(C):
    pass


def klass(c):
    return c.k, c.cm(), c.sm(), c.__name__


print(klass(C), klass(D), klass(C))
C.k = 2
print(klass(C), klass(D))
D.k = 3
D.cm = lambda: "replaced"
print(klass(C), klass(D))


class Init:
    def __init__(self, a, b=2):
        self.a, self.b = a, b


def new(*args):
    return Init(*args).__dict__, Init(1, 2).__dict__


print(new(1), new(1, 5))
attempt(lambda: Init())
attempt(lambda: Init(1, 2, 3))
Init.__init__ = lambda self, a, b: setattr(self, "z", (a, b))
print(new(3, 4))
Init.__init__ = lambda self, a, b: 5
attempt(lambda: Init(1, 2))
Init.__new__ = lambda cls, *a: "not one"
print(Init(1, 2))
