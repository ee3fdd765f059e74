# async for: __aiter__/__anext__, else, break, nested, StopAsyncIteration
class Suspend:
    def __await__(self):
        yield "s"
class Count:
    def __init__(self, n): self.n, self.i = n, 0
    def __aiter__(self):
        print("aiter")
        return self
    async def __anext__(self):
        await Suspend()
        if self.i >= self.n: raise StopAsyncIteration
        self.i += 1
        return self.i
def run(c):
    n = 0
    try:
        while True:
            c.send(None)
            n += 1
    except StopIteration as e:
        return e.value, n
async def a():
    out = []
    async for x in Count(3):
        out.append(x)
    else:
        out.append("else")
    return out
async def b():
    async for x in Count(5):
        if x == 2: break
    else:
        return "else"
    return x
async def c():
    return [(x, y) async for x in Count(2) async for y in Count(x)]
async def d():
    async for a, *b in Pairs(): print(a, b)
class Pairs:
    def __aiter__(self): return self
    n = 0
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return (self.n, "x", "y")
async def e():
    for i in range(2):
        async for x in Count(2):
            if x == 1: continue
            print(i, x)
async def f():
    try:
        async for x in Boom(): pass
    except ValueError as err: return repr(err)
class Boom:
    def __aiter__(self): return self
    async def __anext__(self): raise ValueError("boom")
async def g():
    async for x in Count(3):
        try:
            if x == 1: continue
            return x
        finally: print("finally", x)
for fn in (a, b, c, d, e, f, g):
    print(fn.__name__, run(fn()))
async def stop():
    raise StopAsyncIteration("x")
try:
    run(stop())
except Exception as err:
    print(type(err).__name__, err)
