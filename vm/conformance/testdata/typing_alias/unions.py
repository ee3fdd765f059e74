# int | str unions: repr, flattening, equality, isinstance, errors
import types, typing
u = int | str
print(u, int | None, None | int, int | str | float, int | (str | int), int | int, u.__args__, type(u).__name__, isinstance(u, types.UnionType), u == str | int, u != int | float, hash(u) == hash(str | int), u == int, (int | None).__args__)
print(isinstance(1, u), isinstance("a", u), isinstance(1.5, u), issubclass(bool, u), issubclass(float, u), isinstance(None, int | None), isinstance(1, int | list), isinstance([], u | list))
def attempt(f):
    try: print(f())
    except TypeError as e: print(e)
attempt(lambda: int | 5)
attempt(lambda: 5 | int)
attempt(lambda: int | "str")
attempt(lambda: None | None)
attempt(lambda: isinstance(1, int | list[int]))
attempt(lambda: issubclass(1, u))
attempt(lambda: u())
attempt(lambda: u[int])
attempt(lambda: types.UnionType())
attempt(lambda: int | len)
print(list[int] | dict[str, int], int | typing.Any, typing.Optional[int] == (int | None), typing.Union[int, str] == (int | str), int | typing.List[int], typing.TypeVar("T") | int)
class Meta(type):
    def __or__(cls, o): return "meta or"
    def __ror__(cls, o): return "meta ror"
class M(metaclass=Meta): pass
print(M | int, int | M)
def f(x: int | None = None, *a: "int | str") -> list[int] | None: return x
print(f.__annotations__, typing.get_type_hints(f))
match 5:
    case int() | str(): print("pattern or is another thing")
print({int | str: 1}[str | int], len({int | str, str | int}), sorted(map(str, (int | str).__args__)), typing.get_args(u), typing.get_origin(u))
