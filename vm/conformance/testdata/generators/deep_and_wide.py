# Deep yield from, wide interleaving, generators as arguments of everything
def chain(n):
    if n: yield from chain(n - 1)
    yield n
print(sum(chain(300)), list(chain(5)))
def ping():
    while True:
        x = yield
        if x is None: return "stopped"
        yield x * 2
def relay(n):
    if n == 0: return (yield from ping())
    return (yield from relay(n - 1))
r = relay(50)
next(r)
print(r.send(5)); next(r)
print(r.send(7)); next(r)
try: r.send(None)
except StopIteration as e: print(e.value)
gens = [(x for x in range(i)) for i in range(20)]
print([next(g, None) for g in gens], [sum(g) for g in gens])
def prod(*its):
    if not its: yield ()
    else:
        for x in its[0]:
            for rest in prod(*its[1:]): yield (x, *rest)
print(list(prod("ab", [1, 2], "x")))
def window(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)
            buf.pop(0)
print(list(window(range(5), 3)), list(window("ab", 3)))
def primes():
    yield 2
    d, q = {}, 3
    while True:
        p = d.pop(q, None)
        if p is None: d[q * q] = q; yield q
        else:
            x = q + 2 * p
            while x in d: x += 2 * p
            d[x] = p
        q += 2
import itertools
print(list(itertools.islice(primes(), 20)), next(itertools.islice(primes(), 500, None)))
def lines(text):
    for l in text.split("\n"):
        if l.strip(): yield l
def fields(ls):
    for l in ls: yield [f.strip() for f in l.split(",")]
def typed(rows):
    for name, n in rows: yield name, int(n)
print(dict(typed(fields(lines("a, 1\n\nb,2\n c ,3")))), max(typed(fields(lines("x,5\ny,9"))), key=lambda t: t[1]))
def tee2(it):
    import collections
    q = collections.deque(), collections.deque()
    it = iter(it)
    def g(mine, other):
        while True:
            if not mine:
                try: v = next(it)
                except StopIteration: return
                mine.append(v); other.append(v)
            yield mine.popleft()
    return g(*q), g(*q[::-1])
a, b = tee2(range(4))
print(next(a), next(a), list(b), list(a))
def acc():
    total = 0
    while True: total += yield total
s = acc()
next(s)
print([s.send(i) for i in range(5)])
