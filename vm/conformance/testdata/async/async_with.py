# async with: order, suppression, several managers, errors
class Suspend:
    def __await__(self):
        yield
class CM:
    def __init__(self, name, suppress=False): self.name, self.suppress = name, suppress
    async def __aenter__(self):
        await Suspend()
        print("enter", self.name)
        return self.name
    async def __aexit__(self, t, v, tb):
        await Suspend()
        print("exit", self.name, t and t.__name__)
        return self.suppress
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
async def a():
    async with CM("x") as x, CM("y") as y:
        return x + y
async def b():
    async with (CM("p", True) as p, CM("q")):
        raise ValueError("in body")
    return "suppressed"
async def c():
    async with CM("r"):
        raise KeyError("out")
async def d():
    for i in range(3):
        async with CM(i):
            if i == 1: continue
            if i == 2: break
    return i
class EnterFails(CM):
    async def __aenter__(self): raise OSError("enter")
class ExitFails(CM):
    async def __aexit__(self, *a): raise OSError("exit")
async def e():
    async with CM("o"), EnterFails("f"): pass
async def f():
    async with ExitFails("f"): raise ValueError("body")
async def mix():
    with open(__file__) as fh:
        async with CM("m"):
            return fh.readline()[:5]
for fn in (a, b, c, d, e, f, mix):
    try:
        print(fn.__name__, run(fn()))
    except Exception as err:
        print(type(err).__name__, err, repr(err.__context__))
from contextlib import asynccontextmanager
@asynccontextmanager
async def tag(n):
    print("<", n)
    try: yield n
    except ValueError as err: print("handled", err)
    finally: print(">", n)
async def use():
    async with tag("t") as t:
        raise ValueError(t)
run(use())
