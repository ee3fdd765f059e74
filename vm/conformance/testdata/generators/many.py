# Many generators alive at once, deep yield from chains, generators holding each other
gens = [iter(x * n for n in range(3)) for x in range(500)]
total = 0
while gens:
    alive = []
    for g in gens:
        try:
            total += next(g)
            alive.append(g)
        except StopIteration:
            pass
    gens = alive
print(total)
def chain(n):
    if n == 0:
        for i in range(3): yield i
    else:
        yield from chain(n - 1)
print(list(chain(400)))
def sieve(it):
    p = next(it)
    yield p
    yield from sieve(n for n in it if n % p)
import itertools
print(list(itertools.islice(sieve(iter(range(2, 10000))), 40)))
def nest(n):
    g = iter(range(5))
    for i in range(n):
        g = (x + 1 for x in g)
    return g
print(list(nest(150)))
def ping(n):
    other = yield
    while n:
        n -= 1
        yield n
a, b = ping(3), ping(3)
next(a), next(b)
print(a.send(b), b.send(a), list(a), list(b))
def big():
    yield from (i for i in range(20000))
print(sum(big()))
