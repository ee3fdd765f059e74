# from __future__ import annotations keeps annotations as source text
from __future__ import annotations

class C:
    a: int | None = None
    b: Undefined[name, 'x'] = 1
    c: lambda x, *y, z=1: (x, y)

def f(x: List[Dict[str, int]], *args: -1, k: a.b.c(1, *z, q=2) = 3, **kw: {1: 2, **d}) -> "str":
    pass

def g(a: x if y else z, b: [i for i in q if i], c: not a and (b or c), d: (1, 2), e: x[1:2, ::3], f: a < b <= c):
    pass

def h(a: f'{x!r:>{w}} y', b: x[1](2), c: (), d: (1,), e: 1.50, g: 0x10, h: b'x' b'y' if 0 else ...):
    pass

print(C.__annotations__)
print(f.__annotations__)
for k, v in g.__annotations__.items():
    print(k, v)
