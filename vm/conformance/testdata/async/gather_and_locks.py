# A loop with locks, events, timeouts by ticks, cancellation and exceptions in tasks
class Yield:
    def __await__(self): yield
class Cancelled(BaseException): pass
class Task:
    def __init__(self, c): self.c, self.done, self.result, self.error, self.cancel_me = c, False, None, None, False
    def step(self):
        try:
            if self.cancel_me:
                self.cancel_me = False
                self.c.throw(Cancelled())
            else: self.c.send(None)
        except StopIteration as e: self.done, self.result = True, e.value
        except Cancelled: self.done, self.error = True, "cancelled"
        except Exception as e: self.done, self.error = True, e
    def __await__(self):
        while not self.done: yield
        if isinstance(self.error, Exception): raise self.error
        return self.result if self.error is None else self.error
class Loop:
    def __init__(self): self.tasks, self.ticks = [], 0
    def spawn(self, c):
        t = Task(c)
        self.tasks.append(t)
        return t
    def run(self, c):
        main = self.spawn(c)
        while not main.done:
            self.ticks += 1
            for t in self.tasks[:]:
                t.step()
                if t.done: self.tasks.remove(t)
        if main.error: raise main.error
        return main.result
class Lock:
    def __init__(self): self.held = False
    async def __aenter__(self):
        while self.held: await Yield()
        self.held = True
    async def __aexit__(self, *a): self.held = False
loop, lock, log = Loop(), Lock(), []
async def worker(n):
    for i in range(2):
        async with lock:
            log.append(f"{n}+")
            await Yield()
            log.append(f"{n}-")
    return n * 10
async def fails():
    await Yield()
    raise ValueError("task failed")
async def forever():
    try:
        while True: await Yield()
    finally: log.append("cleaned")
async def timeout(t, n):
    for _ in range(n):
        if t.done: return await t
        await Yield()
    t.cancel_me = True
    return await t
async def main():
    ts = [loop.spawn(worker(n)) for n in (1, 2, 3)]
    f, v = loop.spawn(fails()), loop.spawn(forever())
    res = [await t for t in ts]
    try: await f
    except ValueError as e: res.append(repr(e))
    res.append(await timeout(v, 3))
    res.append([x async for x in agen(3)])
    return res
async def agen(n):
    for i in range(n):
        await Yield()
        yield i
print(loop.run(main()))
print(log, all(a[0] == b[0] for a, b in zip(log[0::2], log[1::2]) if "cleaned" not in (a, b)), loop.tasks)
