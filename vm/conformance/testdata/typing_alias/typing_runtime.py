# typing at run time: Optional, Union, Generic, Protocol, TypeVar, cast, NamedTuple, TypedDict
import typing
from typing import *
print(Optional[int], Union[int, str], Union[int, None], Union[int], Union[int, Union[str, float]], List[int], Dict[str, List[int]], Tuple[int, ...], Tuple[()], Callable[[int, str], bool], Callable[..., Any], Any, Type[int], Literal[1, "a", None], ClassVar[int], Final[str], Annotated[int, "meta"], Iterable[str], NoReturn, Set[int], Deque[int], Generator[int, str, None])
T = TypeVar("T")
S = TypeVar("S", int, str)
B = TypeVar("B", bound=int)
print(T, T.__name__, S.__constraints__, B.__bound__, repr(TypeVar("C", covariant=True)))
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
class IntBox(Box[int]): pass
print(Box[int], Box[int](5).v, Box.__parameters__, IntBox.__orig_bases__, IntBox(3).v, Box[T][str], Box[int] == Box[int], Box[List[T]][int])
class P(Protocol):
    def go(self) -> int: ...
@runtime_checkable
class RP(Protocol):
    def go(self): ...
class Impl:
    def go(self): return 1
print(isinstance(Impl(), RP), isinstance(5, RP), issubclass(Impl, RP))
class NT(NamedTuple):
    x: int
    y: str = "d"
    def both(self): return f"{self.x}{self.y}"
print(NT(1), NT(1, "z").both(), NT._fields, NT.__annotations__, NT._field_defaults)
class TD(TypedDict, total=False):
    a: int
    b: str
print(TD(a=1), TD.__annotations__, TD.__total__, type(TD(a=1)).__name__, TD.__optional_keys__ == frozenset("ab"))
print(cast(int, "x"), get_origin(List[int]), get_args(Dict[str, int]), get_type_hints(Box.__init__), get_origin(Optional[int]) is Union, TYPE_CHECKING, get_args(Callable[[int], str]), get_args(Literal[1, 2]), get_origin(list[int]), get_args(int))
def bad(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
bad(lambda: Union[5])
bad(lambda: List[int, str])
bad(lambda: Optional[int, str])
bad(lambda: isinstance(1, List[int]))
bad(lambda: isinstance([], List))
bad(lambda: isinstance(1, Any))
bad(lambda: isinstance(1, P))
bad(lambda: Any())
bad(lambda: Union())
bad(lambda: P())
bad(lambda: Generic[int])
bad(lambda: TypeVar("X", int))
bad(lambda: Callable[int])
bad(lambda: Box[int, str])
bad(lambda: NewType("UserId", int)(5))
bad(lambda: Literal[1] == Literal[1])
@overload
def o(x: int) -> int: ...
@overload
def o(x: str) -> str: ...
def o(x): return x
@final
class F: pass
@no_type_check
def n(x: "nonsense ["): pass
print(o(5), F.__final__, NewType("U", int).__name__, assert_never.__name__, reveal_type(5) if False else "", Text, Sequence[int], Mapping[str, int], AnyStr, Hashable)
def later(x: "Later") -> "List[Later]": pass
class Later: pass
print(get_type_hints(later) == {"x": Later, "return": List[Later]})
