# Async comprehensions of every kind, await in comprehensions, async generator expressions
class Suspend:
    def __await__(self):
        yield
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
async def ag(n):
    for i in range(n):
        await Suspend()
        yield i
async def dbl(x):
    await Suspend()
    return x * 2
async def main():
    print([x async for x in ag(3)])
    print({x async for x in ag(3)}, {x: -x async for x in ag(3)})
    print([x async for x in ag(6) if x % 2])
    print([await dbl(x) for x in range(3)], [await dbl(x) async for x in ag(3)], [x for x in range(4) if await dbl(x) > 2])
    print([(a, b) async for a in ag(2) for b in range(2)], [(a, b) for a in range(2) async for b in ag(2)])
    print([[y async for y in ag(x)] async for x in ag(3)])
    gen = (x async for x in ag(3))
    print(type(gen).__name__, gen.__name__, [v async for v in gen])
    gen = (await dbl(x) for x in range(2))
    print(type(gen).__name__, [v async for v in gen])
    gen = (x for x in [await dbl(5)])
    print(type(gen).__name__, list(gen))
    try:
        list(x async for x in ag(1))
    except TypeError as e:
        print(e)
    print(f"{await dbl(4)} {[x async for x in ag(2)]}")
    x = [y := await dbl(3), y + 1]
    print(x, await dbl(await dbl(1)), (await dbl(2), await dbl(3)), {await dbl(1): await dbl(2)}, not await dbl(0), await dbl(1) if await dbl(1) else 0)
    l = lambda: ag(2)
    print([v async for v in l()], [*[v async for v in ag(2)]])
    print(await anext(ag(1)), await anext(ag(0), "default"), aiter(g := ag(1)) is g)
    try: await anext(ag(0))
    except StopAsyncIteration: print("stop")
    for bad in (lambda: anext(5), lambda: aiter(5), lambda: anext([])):
        try: bad()
        except TypeError as e: print(e)
run(main())
