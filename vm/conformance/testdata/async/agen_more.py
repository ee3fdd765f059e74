# Async generators: finally on aclose, break out, exceptions in async for, asend pipelines, nested
class Y:
    def __init__(self, v=None): self.v = v
    def __await__(self): return (yield self.v)
def run(c):
    trace = []
    try:
        while True: trace.append(c.send(None))
    except StopIteration as e: return e.value, trace
log = []
async def src(n):
    try:
        for i in range(n):
            await Y(f"w{i}")
            yield i
    except ValueError as e:
        log.append(repr(e))
        yield "handled"
    finally:
        await Y("closing")
        log.append("closed")
async def early():
    g = src(5)
    async for x in g:
        if x == 1: break
    await g.aclose()
    return x
print(run(early()), log)
log.clear()
async def thrower():
    g = src(5)
    out = [await g.asend(None)]
    out.append(await g.athrow(ValueError("in")))
    out += [x async for x in g]
    return out
print(run(thrower()), log)
log.clear()
async def double(it):
    async for x in it: yield x * 2
async def only(it, p):
    async for x in it:
        if p(x): yield x
async def pipe(): return [x async for x in only(double(src(4)), lambda x: x % 4 == 0)]
print(run(pipe()), log)
async def echo():
    x = None
    while x != "stop": x = yield x
async def sending():
    e = echo()
    await e.__anext__()
    r = [await e.asend(i) for i in (1, "two", [3])]
    try: await e.asend("stop")
    except StopAsyncIteration: r.append("done")
    return r
print(run(sending()))
async def fails():
    yield 1
    raise KeyError("mid")
async def catch():
    out = []
    try:
        async for x in fails(): out.append(x)
    except KeyError as e: out.append(repr(e))
    else: out.append("no")
    finally: out.append("fin")
    return out
print(run(catch()))
async def nested():
    async def inner(n):
        for i in range(n): yield i
    return [[y async for y in inner(x)] async for x in inner(4)], {x: [y async for y in inner(x)] async for x in inner(3)}
print(run(nested()))
async def ret():
    async def g():
        yield 1
        return
        yield 2
    return [x async for x in g()]
print(run(ret()))
def bad(c):
    try: run(c)
    except Exception as e: print(type(e).__name__, e)
async def plain():
    await Y("p")
    yield 1
async def twice():
    g = plain()
    a = g.asend(None)
    await a
    await a
bad(twice())
async def running():
    g = plain()
    a, b = g.__anext__(), g.__anext__()
    a.send(None)
    try: b.send(None)
    except RuntimeError as e: print(e)
    a.close()
bad(running())
