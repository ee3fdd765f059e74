# Coroutine and async generator attributes, inspect, types
import inspect, types
class Suspend:
    def __await__(self):
        yield
async def co(a):
    await Suspend()
async def ag():
    yield 1
    await Suspend()
c = co(1)
print(c.__name__, c.__qualname__, c.cr_running, c.cr_await, c.cr_code is co.__code__, c.cr_suspended, c.cr_origin)
c.send(None)
print(type(c.cr_await).__name__, c.cr_suspended, sorted(c.cr_frame.f_locals), inspect.getcoroutinestate(c))
c.close()
print(c.cr_frame, inspect.getcoroutinestate(c))
print(repr(c).split(" at ")[0], repr(ag()).split(" at ")[0])
g = ag()
print(g.__name__, g.ag_running, g.ag_await, g.ag_code.co_name)
print(inspect.iscoroutinefunction(co), inspect.isasyncgenfunction(ag), inspect.iscoroutine(c), inspect.isasyncgen(g), inspect.isawaitable(c), inspect.isawaitable(g), inspect.isawaitable(Suspend()))
print(isinstance(c, types.CoroutineType), isinstance(g, types.AsyncGeneratorType))
from collections.abc import Coroutine, Awaitable, AsyncGenerator, AsyncIterator, AsyncIterable
print(isinstance(c, Coroutine), isinstance(c, Awaitable), isinstance(g, AsyncGenerator), isinstance(g, AsyncIterator), isinstance(Suspend(), Awaitable), isinstance(Suspend(), Coroutine))
w = c.__await__()
print(type(w).__name__, iter(w) is w)
print(co.__code__.co_flags & 0x80, ag.__code__.co_flags & 0x200)
class C:
    async def m(self): pass
    @staticmethod
    async def s(): return "static"
    @classmethod
    async def k(cls): return cls.__name__
def run(x):
    try: x.send(None)
    except StopIteration as e: return e.value
print(run(C().s()), run(C.k()), C().m.__name__)
m = C().m()
print(m.__qualname__)
m.close()
lam = lambda: (yield)
@types.coroutine
def gen_coro():
    x = yield "from gen coro"
    return x
async def use(): return await gen_coro()
u = use()
print(u.send(None))
try: u.send("val")
except StopIteration as e: print(e.value)
