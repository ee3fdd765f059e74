import typing
from typing import *
import collections.abc

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

T = TypeVar('T')
K = TypeVar('K', bound=int)
A = TypeVar('A', str, bytes)
print(T, K.__bound__, A.__constraints__, TypeVar('C', covariant=True), TypeVar('D', contravariant=True))
print(List[int], Dict[str, List[T]], Optional[int], Union[int, str, int], Union[int, None], Tuple[int, ...], Tuple[()], Callable[[int, str], bool], Callable[..., T], Type[int], Any, NoReturn)
print(Dict[str, T][int], List[T][T], Callable[[T], T][int], Union[T, int][str], Literal['a', 1, None], ClassVar[int], Final[str], Annotated[int, 'meta', 3])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Callable[[int], str]), get_args(Literal[1, 2]), get_origin(list[int]), get_args(int | str), get_origin(int), get_args(Annotated[int, 5]))
print(Union[int, str] == Union[str, int], Optional[int] == Union[int, None], Union[int], List[int] == List[int], hash(List[int]) == hash(List[int]), Union[Union[int, str], float])
for f in (lambda: Union[()], lambda: List[int, str], lambda: Dict[int], lambda: Optional[int, str], lambda: ClassVar[ClassVar[int]], lambda: isinstance(1, List[int]), lambda: isinstance([], Any),
          lambda: List(), lambda: Union(), lambda: Any(), lambda: TypeVar('X', int), lambda: Callable[int], lambda: Generic[int], lambda: Generic[T, T], lambda: List[int][str]):
    show(f)
print(isinstance([], List), issubclass(list, Sequence), isinstance({}, Mapping), isinstance(1, Hashable), isinstance(3, Union[int, str]), isinstance('x', int | str))

class Box(Generic[T]):
    def __init__(self, v: T) -> None: self.v = v
    def get(self) -> T: return self.v
b = Box[int](5)
print(b.get(), Box[int], Box.__parameters__, b.__orig_class__, Box[T][str], Box[int] == Box[int])
class Pair(Generic[T, K]): pass
show(lambda: Box[int, str])
show(lambda: Pair[int])
class IntBox(Box[int]): pass
print(IntBox.__orig_bases__, IntBox(3).v, IntBox.__parameters__)
print(cast(int, 'x'), TYPE_CHECKING, Text is str)
UserId = NewType('UserId', int)
print(UserId(5), UserId.__name__, UserId, UserId.__supertype__)
show(lambda: type('S', (UserId,), {}) if False else exec('class S(UserId): pass', globals()))
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x
print(f(1), len(get_overloads(f)))
@overload
def g(x: int): ...
show(lambda: g(1))
@final
class Fin: pass
print(Fin.__final__)
P = ParamSpec('P')
print(P, P.args, P.kwargs, Callable[P, int], Concatenate[int, P], Callable[Concatenate[int, P], T])
Ts = TypeVarTuple('Ts')
class Arr(Generic[Unpack[Ts]]): pass
print(Ts, Arr[int, str], Arr[()], Tuple[Unpack[Ts]])
print(Self, Never, LiteralString, TypeAlias, Required[int], NotRequired[str], TypeGuard[int])
show(lambda: assert_never(5))
print(assert_type(3, int), is_typeddict(int))
print(AnyStr, IO[str], Iterable[int], ContextManager[int], Counter[str], DefaultDict[str, int], Deque[int], ChainMap[int, str], Generator[int, None, str], Awaitable[int])
