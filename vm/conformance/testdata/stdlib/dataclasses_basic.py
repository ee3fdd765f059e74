from dataclasses import *
import dataclasses

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

@dataclass
class P:
    "a point"
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
p = P(1)
print(p, p == P(1, 0, []), p != P(2), P(1, tags=['a']), P.__doc__, P.__match_args__)
show(P)
show(lambda: P(1, 2, 3, 4))
show(lambda: P(z=1))
show(lambda: hash(p))
show(lambda: p < P(2))
print([f.name for f in fields(P)], [(f.name, f.type, f.default is MISSING) for f in fields(p)], is_dataclass(P), is_dataclass(p), is_dataclass(3))
p.tags.append(1)
print(P(1).tags, asdict(p), astuple(p), replace(p, x=9))
show(lambda: replace(p, q=1))
show(lambda: fields(3))
show(lambda: asdict(3))

@dataclass(order=True, frozen=True)
class V:
    a: int
    b: str = field(default='z', compare=False)
    c: int = field(default=0, repr=False)
print(sorted([V(3), V(1, 'x')]), V(1) < V(2), hash(V(1)) == hash(V(1, 'other')), V(1) == V(1, 'q'), {V(1): 'd'}[V(1)])
show(lambda: setattr(V(1), 'a', 2))
show(lambda: delattr(V(1), 'a'))
show(lambda: V(1) < 3)

@dataclass
class Base:
    a: int
    b: int = 1
@dataclass
class Derived(Base):
    c: int = 2
    a: str = 'over'
print(Derived(), Derived('q', 5))
def baddef():
    @dataclass
    class B:
        a: int = 1
        b: int
show(baddef)
def mutable():
    @dataclass
    class B:
        a: list = []
show(mutable)
def frozeninh():
    @dataclass
    class B(V): pass
show(frozeninh)
@dataclass
class Post:
    a: int
    i: InitVar[int]
    total: int = field(init=False)
    k: dataclasses.InitVar[int] = 5
    def __post_init__(self, i, k):
        self.total = self.a + i + k
print(Post(1, 2), Post(1, 2, 3).total, [f.name for f in fields(Post)])
show(lambda: replace(Post(1, 2), a=3))
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
print(K(a=1))
show(lambda: K(1))
@dataclass
class Mixed:
    x: int
    _: KW_ONLY
    y: int = 0
    z: int
print(Mixed(1, z=3), Mixed.__match_args__)
@dataclass(slots=True)
class S:
    x: int
    y: int = 3
s = S(1)
print(s, S.__slots__, hasattr(s, '__dict__'))
show(lambda: setattr(s, 'zz', 1))
match p:
    case P(x=1, y=yy): print('match', yy)
C = make_dataclass('C', ['x', ('y', int), ('z', int, field(default=5))], namespace={'double': lambda self: self.x * 2})
print(C(1, 2), C(4, 5).double(), C.__name__)
show(lambda: make_dataclass('D', ['x', 'x']))
show(lambda: make_dataclass('D', ['class']))
@dataclass(repr=False, eq=False)
class Bare:
    x: int
print(Bare(1) == Bare(1), 'Bare object' in repr(Bare(1)))
@dataclass(unsafe_hash=True)
class UH:
    x: int
print(hash(UH(1)) == hash(UH(1)))
@dataclass
class Tree:
    v: int
    kids: list = field(default_factory=list)
t = Tree(1, [Tree(2)])
t.kids.append(t)
print(t)
t.kids.pop()
print(asdict(t), asdict(t, dict_factory=lambda kv: sorted(kv)))
@dataclass
class NoDoc:
    a: int
    b: 'str' = 'x'
    c: list[int] = field(default_factory=list)
print(NoDoc.__doc__, V.__dataclass_params__)
