# Coroutines driven by send: await chains, return values, throw, close
class Suspend:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return got
async def inner(x):
    a = await Suspend(("inner", x))
    print("inner got", a)
    return a * 2
async def outer():
    r = await inner(1)
    s = await inner(2)
    return r + s
c = outer()
print(c.send(None))
print(c.send(10))
try:
    c.send(20)
except StopIteration as e:
    print("result", e.value)
def run(coro):
    try:
        while True: coro.send(None)
    except StopIteration as e:
        return e.value
async def simple(): return 42
print(run(simple()))
async def catches():
    try:
        await Suspend("x")
    except ValueError as e:
        return "caught " + str(e)
    finally:
        print("finally")
c = catches()
c.send(None)
try:
    c.throw(ValueError("thrown"))
except StopIteration as e:
    print(e.value)
c = catches()
c.send(None)
c.close()
print("closed")
async def raises(): raise KeyError("k")
try:
    run(raises())
except KeyError as e:
    print(repr(e))
async def nested(n): return 0 if n == 0 else 1 + await nested(n - 1)
print(run(nested(100)))
async def order():
    print([await inner2(i) for i in range(3)], (await inner2(1)) + (await inner2(2)), await inner2(3) ** 2, -await inner2(4))
async def inner2(i): return i
run(order())
for c in (simple(),):
    try:
        c.send(5)
    except TypeError as e:
        print(e)
    c.close()
    try:
        c.send(None)
    except RuntimeError as e:
        print(e)
