"""Every statement of Python 3.11, in most of its forms."""
from __future__ import annotations

import os, sys as system
import os.path, xml.dom.minidom as dom
from . import sibling
from .. import parent as above
from ...pkg.mod import (one, two as zwei,)
from .... import far
from typing import *

a = b = c = 1
a, b = b, a
(a), [b, *c] = *x, y
a.b[c].d, e[1:2] = f()
*rest, = items
n: int
n: int = 5
(n): "str" = None if n else 1
o.p: list[int] = []
o[0]: dict[str, int]
x += 1; x -= 2; x *= 3; x /= 4; x //= 5; x %= 6; x **= 7
x @= m; x &= 1; x |= 2; x ^= 3; x <<= 4; x >>= 5
del a, (b, c), [d.e, f[0]]
del (x)
pass
assert a, "message"
assert (a, b)
global_name = 1

if a:
    pass
elif b:
    x
elif (y := f()) > 1:
    z
else:
    w

while True:
    break
else:
    continue_ = 1

for i, (j, *k) in enumerate(x), *y:
    continue
else:
    pass

for x[0] in y: print(x)

with open(a) as f, b, c as (d, e):
    pass
with (open(a) as f, open(b)):
    pass
with (a, b): pass
with (a, b) as c: pass
with (yield_): pass
with (a if b else c): pass
with (
    open("x") as x,
    open("y") as y,
):
    pass

try:
    raise
except (A, B) as e:
    raise e from None
except C:
    raise C
except:
    raise D()
else:
    pass
finally:
    pass

try:
    x
finally:
    y

try:
    x
except* A:
    pass
except* (B, C) as group:
    pass


@decorator
@a.b.c(1)[2]
@(lambda f: f)
def f(a, b: int, /, c, d: str = "x", *args: *Ts, e, f=1, **kwargs: dict) -> "result":
    """doc"""
    global g, h
    x: int = 1

    def inner():
        nonlocal x, a
        return
    return a, *b


def g(*, key): yield
def h(a=1, /, *, b=2): return (yield from a)
def i(a, /): x = yield a, b
def j(*args): lambda: (yield)


async def coroutine(x):
    async with x as y, z:
        await y
    async for i in x:
        pass
    else:
        pass
    return [i async for i in x if await i]


@d
async def k(): yield


@register("name", key=1)
class C(Base, *bases, metaclass=Meta, **options):
    x = 1
    def method(self): super().method()


class D: pass
class E(): ...
class F(Base): a: int; b = 2


if True:
	tabs = 1
	if tabs:
		more = 2
x = 1 + \
    2; y = 3
match = case = _ = 1
match(x); match[x]; match.x; match -x
print(match, case)
