# Errors: awaiting non-awaitables, reuse, iterating coroutines, wrong __await__
def run(coro):
    try:
        while True: coro.send(None)
    except StopIteration as e:
        return e.value
def attempt(fn, *a):
    try:
        print(run(fn(*a)))
    except Exception as e:
        print(type(e).__name__, e)
async def aw(x): return await x
async def simple(): return 1
class NotIter:
    def __await__(self): return 5
class RetCoro:
    def __await__(self): return c2
class GenAwait:
    def __await__(self):
        return "from gen"
        yield
class IterAwait:
    def __await__(self): return iter([])
def plain_gen(): yield
attempt(aw, 5)
attempt(aw, None)
attempt(aw, [1])
attempt(aw, NotIter())
c2 = simple()
attempt(aw, RetCoro())
c2.close()
attempt(aw, GenAwait())
attempt(aw, IterAwait())
attempt(aw, plain_gen())
attempt(aw, simple)
c = simple()
print(run(c))
attempt(lambda: c)
async def twice():
    x = simple()
    await x
    await x
attempt(twice)
c = simple()
for f in (iter, list, next, len):
    try:
        f(c)
    except TypeError as e:
        print(e)
try:
    for x in c: pass
except TypeError as e:
    print(e)
c.close()
async def loop():
    async for x in [1]: pass
async def loop2():
    for x in agen(): pass
async def agen(): yield 1
async def w():
    async with 5: pass
class E:
    async def __aenter__(self): return 1
async def w2():
    async with E(): pass
class S:
    def __enter__(self): pass
    def __exit__(self, *a): pass
async def w3():
    async with S(): pass
async def w4():
    with A(): pass
class A:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
for f in (loop, loop2, w, w2, w3, w4):
    attempt(f)
class BadAiter:
    def __aiter__(self): return 5
class BadAnext:
    def __aiter__(self): return self
    def __anext__(self): return 5
async def ba(x):
    async for _ in x: pass
attempt(ba, BadAiter())
attempt(ba, BadAnext())
async def stop(): raise StopIteration("x")
attempt(stop)
async def reenter(): await me
me = reenter()
try: me.send(None)
except Exception as e: print(type(e).__name__, e)
