# dataclasses: generated methods, defaults, order, frozen, inheritance, errors
from dataclasses import *
@dataclass
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list)
    c: "ClassVar[int]" = 5
print(P(1), P(1, 3, [4]), P(1) == P(1), P(1) == P(2), P(1) != 5, P.__match_args__, [f.name for f in fields(P)], P(1).z is P(1).z, is_dataclass(P), is_dataclass(P(1)), is_dataclass(5), asdict(P(1)), astuple(P(1)), replace(P(1), y=9), P.__doc__, P.__init__.__annotations__)
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: P())
attempt(lambda: P(1, 2, 3, 4, 5))
attempt(lambda: P(1, foo=2))
attempt(lambda: P(1) < P(2))
attempt(lambda: hash(P(1)))
attempt(lambda: replace(P(1), q=1))
attempt(lambda: fields(5))
attempt(lambda: asdict(5))
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = "b"
print(F(1) < F(2), F(1, "a") < F(1, "b"), F(1) <= F(1), hash(F(1)) == hash(F(1)), {F(1): "k"}[F(1)], sorted([F(3), F(1)]), max(F(1), F(2)))
attempt(lambda: setattr(F(1), "a", 2))
attempt(lambda: delattr(F(1), "a"))
attempt(lambda: F(1) < P(1))
@dataclass
class Base:
    a: int
    b: int = 0
@dataclass
class Derived(Base):
    c: int = 1
    a: str = "overridden"
print(Derived(), Derived("q", 1, 2), [f.name for f in fields(Derived)])
@dataclass
class Post:
    w: int
    h: int
    area: int = field(init=False)
    scale: InitVar[int] = 1
    hidden: int = field(default=0, repr=False, compare=False)
    def __post_init__(self, scale): self.area = self.w * self.h * scale
print(Post(2, 3), Post(2, 3, 10).area, Post(1, 1, hidden=5) == Post(1, 1))
@dataclass(kw_only=True)
class K:
    a: int = 1
    b: int
print(K(b=2))
attempt(lambda: K(1))
@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int = 5
print(Mixed(1, b=2), Mixed.__match_args__)
@dataclass(slots=True)
class S:
    a: int
    b: int = 2
s = S(1)
print(s, S.__slots__, hasattr(s, "__dict__"))
attempt(lambda: setattr(s, "zz", 1))
def bad1():
    @dataclass
    class B:
        a: int = 1
        b: int
attempt(bad1)
def bad2():
    @dataclass
    class B:
        a: list = []
attempt(bad2)
def bad3():
    @dataclass(order=True, eq=False)
    class B: a: int
attempt(bad3)
def bad4():
    @dataclass(frozen=True)
    class B(Base): pass
attempt(bad4)
def bad5():
    @dataclass
    class B: a: int = field(default=1, default_factory=int)
attempt(bad5)
@dataclass(repr=False, eq=False)
class Plain: a: int
print(repr(Plain(1)).startswith("<"), Plain(1) == Plain(1))
M = make_dataclass("M", ["x", ("y", int), ("z", int, field(default=7))], namespace={"total": lambda self: self.x + self.y + self.z})
print(M(1, 2), M(1, 2).total(), M.__name__)
@dataclass
class Rec:
    n: int
    kids: list = field(default_factory=list)
r = Rec(1)
r.kids.append(r)
print(r, asdict(Rec(1, [Rec(2), {"k": Rec(3)}, (Rec(4),)])), astuple(Rec(1, [Rec(2)])))
@dataclass(unsafe_hash=True)
class U: a: int
print(hash(U(1)) == hash(U(1)), field(metadata={"m": 1}).metadata["m"], fields(P)[0].default is MISSING, fields(P)[1].default, fields(P)[0].type)
