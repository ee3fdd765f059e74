from typing import *
import typing

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

class Emp(NamedTuple):
    "an employee"
    name: str
    id: int = 3
    def hi(self): return 'hi ' + self.name
e = Emp('bob')
print(e, e.hi(), Emp._fields, Emp._field_defaults, Emp.__annotations__, e == ('bob', 3), Emp.__doc__)
N = NamedTuple('N', [('a', int), ('b', str)])
print(N(1, 'x'), N.__annotations__)
def bad():
    class B(NamedTuple):
        a: int = 1
        b: int
show(bad)
def bad2():
    class B(NamedTuple):
        a: int
        def _replace(self): pass
show(bad2)

class Movie(TypedDict):
    name: str
    year: int
class Movie2(Movie, total=False):
    rating: Required[float]
    tag: str
m = Movie(name='x', year=1)
print(m, type(m) is dict, Movie.__annotations__, sorted(Movie2.__required_keys__), sorted(Movie2.__optional_keys__), Movie2.__total__, is_typeddict(Movie2))
show(lambda: isinstance({}, Movie))
TD = TypedDict('TD', {'a': int, 'in': str})
print(TD.__annotations__, TD(a=1))

class HasLen(Protocol):
    def __len__(self) -> int: ...
show(lambda: isinstance([], HasLen))
@runtime_checkable
class Closer(Protocol):
    def close(self): ...
class R:
    def close(self): pass
print(isinstance(R(), Closer), issubclass(R, Closer), isinstance(3, Closer), isinstance(5, SupportsInt), isinstance(5, SupportsIndex), isinstance('a', SupportsAbs))
@runtime_checkable
class HasX(Protocol):
    x: int
class X:
    def __init__(self): self.x = 1
print(isinstance(X(), HasX), isinstance(R(), HasX))
show(lambda: issubclass(X, HasX))
show(lambda: Closer())
class Impl(Closer):
    def close(self): return 'closed'
print(Impl().close())
show(lambda: runtime_checkable(int))
T = TypeVar('T')
class Proto(Protocol[T]):
    def m(self) -> T: ...
print(Proto[int], Proto.__parameters__)

class Node:
    next: 'Optional[Node]'
    val: int = 0
    def f(self, x: 'Node', *a: int, **k: 'str') -> 'List[Node]': ...
print(get_type_hints(Node), get_type_hints(Node.f))
class Sub(Node):
    extra: Annotated[int, 'm']
print(get_type_hints(Sub), get_type_hints(Sub, include_extras=True)['extra'])
class Bad:
    x: 'Undefined'
show(lambda: get_type_hints(Bad))
show(lambda: get_type_hints(5))
def fn(a: None, b: int = None): ...
print(get_type_hints(fn))
print(ForwardRef('int'), ForwardRef('X') == ForwardRef('X'), List['Node'])
show(lambda: ForwardRef('not an expr'))
@no_type_check
def nt(a: 'whatever'): ...
print(get_type_hints(nt))
def plainG():
    class C(Generic): pass
show(plainG)
def missing():
    class C(Generic[T], List[TypeVar('K')]): pass
show(missing)
print(Literal[1] == Literal[True], Literal[1, 2] == Literal[2, 1], Literal[Literal[1, 2], 3], Annotated[Annotated[int, 1], 2], Annotated[int, 1].__metadata__)
