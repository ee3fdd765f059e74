from typing import *
import collections.abc as cabc

T = TypeVar('T')
K = TypeVar('K')
Ts = TypeVarTuple('Ts')
P = ParamSpec('P')

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

print(tuple[Unpack[Ts]], tuple[*Ts], tuple[Unpack[Ts]][int, str], tuple[T, *Ts][int, str, bytes], tuple[*Ts, int][()], tuple[*Ts][str])
print(dict[T, K][int, str], list[dict[K, T]][int, str], list[T][K][int], dict[T, T][int], list[List[T]][int])
print(dict[T, K][*tuple[int, str]], tuple[*tuple[int, ...]], tuple[int, *tuple[str, bytes]])
print(cabc.Callable[[T], K][int, str], cabc.Callable[P, T][[int, str], bytes], cabc.Callable[Concatenate[int, P], T])
print(cabc.Callable[[int], str] == cabc.Callable[[int], str], hash(cabc.Callable[[int], str]) == hash(cabc.Callable[[int], str]), cabc.Callable[..., int] == cabc.Callable[[int], int])
print(int | cabc.Callable[[int], str], list[int] | None, (int | list[T])[str])
for f in (lambda: dict[T, K][int], lambda: list[T][int, str], lambda: list[int][str], lambda: tuple[T, *Ts][()], lambda: list[T][ClassVar]):
    show(f)
