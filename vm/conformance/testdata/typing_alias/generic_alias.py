# list[int] and friends: attributes, repr, equality, calling, parameters, errors
from typing import TypeVar
T, K = TypeVar("T"), TypeVar("K")
a = list[int]
print(a, dict[str, int], tuple[int, ...], tuple[()], set[list[int]], type[int], list["fwd"], list[T], list[None], list[...], frozenset[str], list[int, str], dict[str, list[int]][0] if False else "")
print(a.__origin__, a.__args__, a.__parameters__, list[T].__parameters__, dict[K, T].__parameters__, dict[K, T][str, int], list[T][int], dict[str, T][int], tuple[T, ...][int], list[list[T]][str], a == list[int], a != list[str], hash(a) == hash(list[int]), a is list[int], type(a).__name__, a.__class__, a.__name__, a.__mro__[0], a.__doc__ == list.__doc__)
print(a(), a((1, 2)), a("ab"), dict[str, int](x=1), type(a()).__name__, tuple[int]([1]), a.append is list.append, list[int].fromkeys if hasattr(a, "fromkeys") else "no fromkeys", dict[int, int].fromkeys("a"))
class L(list[int]): pass
print(L.__mro__[1], L.__orig_bases__, L([1]), issubclass(L, list))
for bad in (lambda: isinstance([], a), lambda: issubclass(list, a), lambda: isinstance(a, a), lambda: int[str], lambda: a[int], lambda: list[T][int, str], lambda: a.foo, lambda: a.__args__.append, lambda: setattr(a, "x", 1), lambda: setattr(a, "__origin__", 1), lambda: str[int], lambda: list[T][int][str], lambda: [].__class_getitem__()):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
import collections, types
print(collections.deque[int], collections.defaultdict[str, int], collections.OrderedDict[int, str], collections.Counter[str], collections.abc.Iterable[int], collections.abc.Callable[[int], str], collections.abc.Callable[..., int], types.GenericAlias(int, (str,)), types.GenericAlias(list, int))
class G:
    __class_getitem__ = classmethod(types.GenericAlias)
print(G[int], G[int, str].__args__, G[T][str], isinstance(G[int](), G), G[int]().__orig_class__)
print(list[int] | None, list[int] | str, (int | list[T])[str], {list[int]: "key"}[list[int]], [*tuple[int, ...].__args__], list[*tuple[int, str]] if False else "", *[*list[int]])
import copy
print(copy.copy(a) == a, copy.deepcopy(dict[str, list[int]]), repr(list[lambda: 0]).startswith("list[<function"))
