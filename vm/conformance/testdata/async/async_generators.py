# Async generators: iteration, asend, athrow, aclose, and errors
class Suspend:
    def __await__(self):
        yield "s"
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
async def g():
    try:
        x = yield 1
        print("got", x)
        await Suspend()
        y = yield 2
        print("got", y)
    except ValueError as e:
        print("caught", e)
        yield "handled"
    finally:
        print("cleanup")
async def collect(it): return [x async for x in it]
print(run(collect(g())))
async def sends():
    a = g()
    print(await a.asend(None), await a.asend("A"))
    try: await a.asend("B")
    except StopAsyncIteration as e: print("stop", e.args)
    try: await a.__anext__()
    except StopAsyncIteration: print("still stopped")
run(sends())
async def throws():
    a = g()
    await a.__anext__()
    print(await a.athrow(ValueError("v")))
    await a.aclose()
    b = g()
    await b.__anext__()
    try: await b.athrow(KeyError, "k")
    except KeyError as e: print("out", e)
    c = g()
    try: await c.asend(5)
    except TypeError as e: print(e)
    await c.aclose()
    d = g()
    await d.__anext__()
    await d.aclose()
    print("closed", [x async for x in d])
run(throws())
async def ignores():
    try: yield 1
    except GeneratorExit: yield 2
async def ig():
    a = ignores()
    await a.__anext__()
    try: await a.aclose()
    except RuntimeError as e: print(e)
run(ig())
async def stopper():
    yield 1
    raise StopAsyncIteration("x")
async def st():
    try: print([x async for x in stopper()])
    except RuntimeError as e: print(e, repr(e.__cause__))
    async def s2():
        yield 1
        raise StopIteration("y")
    try: print([x async for x in s2()])
    except RuntimeError as e: print(e)
run(st())
a = g()
print(type(a.__anext__()).__name__, type(a.asend(None)).__name__, type(a.aclose()).__name__, a.__aiter__() is a)
for code in ("async def f():\n  yield\n  return 1", "async def f():\n  yield from x", "def f():\n  async for x in y: pass", "def f():\n  [x async for x in y]", "async def f():\n  return\n  yield", "await x"):
    try:
        compile(code, "<c>", "exec")
        print("ok")
    except SyntaxError as e:
        print(e.msg)
