# A tiny event loop: tasks, sleeping by ticks, futures, gather, cancellation
from collections import deque
class Future:
    def __init__(self): self.done, self.value, self.waiters = False, None, []
    def set(self, v):
        self.done, self.value = True, v
    def __await__(self):
        while not self.done: yield self
        return self.value
class Sleep:
    def __init__(self, n): self.n = n
    def __await__(self):
        for _ in range(self.n): yield None
class Cancelled(Exception): pass
class Loop:
    def __init__(self): self.ready, self.tick = deque(), 0
    def spawn(self, coro):
        f = Future()
        f.cancelled = False
        self.ready.append((coro, f))
        return f
    def run(self):
        while self.ready:
            coro, f = self.ready.popleft()
            self.tick += 1
            try:
                coro.throw(Cancelled()) if f.cancelled else coro.send(None)
                self.ready.append((coro, f))
            except StopIteration as e: f.set(e.value)
            except Cancelled: f.set("cancelled")
async def worker(name, n, log):
    for i in range(n):
        log.append(f"{name}{i}")
        await Sleep(1)
    return name * 2
async def gather(*fs): return [await f for f in fs]
loop, log = Loop(), []
async def main():
    fs = [loop.spawn(worker(n, k, log)) for n, k in (("a", 2), ("b", 3), ("c", 1))]
    victim = loop.spawn(forever())
    res = await gather(*fs)
    victim.cancelled = True
    return res, await victim
async def forever():
    try:
        while True: await Sleep(1)
    finally: log.append("forever stopped")
m = loop.spawn(main())
loop.run()
print(m.value, log, loop.tick)
class Queue:
    def __init__(self): self.items = deque()
    async def get(self):
        while not self.items: await Sleep(1)
        return self.items.popleft()
    def put(self, x): self.items.append(x)
q, loop = Queue(), Loop()
async def producer():
    for i in range(4):
        q.put(i)
        await Sleep(2)
    q.put(None)
async def consumer():
    out = []
    while (x := await q.get()) is not None: out.append(x)
    return out
p, c = loop.spawn(producer()), loop.spawn(consumer())
loop.run()
print(c.value, loop.tick)
