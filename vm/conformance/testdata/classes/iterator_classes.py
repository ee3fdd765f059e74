# Iterator and iterable classes: separate iterators, shared state, restart, peek, chunk
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return CountIter(self.n)
class CountIter:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1
c = Countdown(3)
print(list(c), list(c), [(a, b) for a in c for b in c if a < b], max(c), 2 in c, sorted(c), tuple(zip(c, c)))
i = iter(c)
print(next(i), list(i), list(i), next(i, "end"))
class Peek:
    def __init__(self, it): self.it, self.buf = iter(it), []
    def peek(self, d=None):
        if not self.buf:
            for x in self.it:
                self.buf.append(x)
                break
        return self.buf[0] if self.buf else d
    def __iter__(self): return self
    def __next__(self): return self.buf.pop() if self.buf else next(self.it)
p = Peek("abc")
print(p.peek(), next(p), p.peek(), list(p), p.peek("none"))
class Pages:
    def __init__(self, n, size): self.n, self.size = n, size
    def __len__(self): return -(-self.n // self.size)
    def __getitem__(self, i):
        if not 0 <= i < len(self): raise IndexError(i)
        return list(range(i * self.size, min(self.n, (i + 1) * self.size)))
pg = Pages(7, 3)
print(len(pg), list(pg), [1, 2] in pg, [6] in pg, list(reversed(pg)), pg[1])
class Repeat:
    def __init__(self, v): self.v = v
    def __iter__(self):
        while True: yield self.v
print([x for x, _ in zip(Repeat("z"), range(3))])
class Broken:
    def __iter__(self): return self
    def __next__(self): raise ValueError("broken")
try:
    for _ in Broken(): pass
except ValueError as e: print(e)
class Infinite:
    def __getitem__(self, i): return i * i
print([x for x, _ in zip(Infinite(), range(4))], 16 in Infinite())
