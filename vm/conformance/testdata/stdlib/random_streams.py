import random

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

random.seed(42)
print(random.random(), random.randint(1, 100), random.choice('abcdef'), random.uniform(1, 5), random.getrandbits(70))
print(random.sample(range(100), 5), random.sample('abcdefghij', 3), random.sample(range(10 ** 9), 4), random.sample(['a', 'b'], 4, counts=[3, 2]))
l = list(range(10)); random.shuffle(l); print(l)
print(random.choices('abc', k=5), random.choices('abc', [1, 1, 10], k=5), random.choices([1, 2], cum_weights=[1, 3], k=4))
print(random.gauss(0, 1), random.gauss(5, 2), random.normalvariate(0, 1), random.expovariate(2), random.betavariate(2, 3), random.gammavariate(2, 1), random.gammavariate(0.5, 1), random.gammavariate(1, 2))
print(random.lognormvariate(0, 1), random.vonmisesvariate(0, 4), random.paretovariate(3), random.weibullvariate(1, 2), random.triangular(1, 5, 2), random.triangular())
print(random.randrange(10), random.randrange(5, 10), random.randrange(0, 100, 7), random.randrange(10, 0, -3), random.randbytes(6).hex())
for s in (0, 1, -5, 2 ** 100, 3.5, 'text', b'bytes', bytearray(b'ba'), '', True):
    r = random.Random(s)
    print(repr(s), r.random(), r.getrandbits(32))
r = random.Random(5)
st = r.getstate()
a = [r.random() for _ in range(3)]
r.setstate(st)
print(a == [r.random() for _ in range(3)], st[0], len(st[1]), st[2])
r.seed('v1', version=1)
print(r.random())
show(lambda: random.randrange(0))
show(lambda: random.randrange(5, 5))
show(lambda: random.randrange(1, 5, 0))
show(lambda: random.choice([]))
show(lambda: random.sample([1, 2], 3))
show(lambda: random.sample({1, 2}, 1))
show(lambda: random.choices([1, 2], weights=[0, 0]))
show(lambda: random.choices([1, 2], weights=[1]))
show(lambda: random.choices('ab', 2))
show(lambda: random.seed([]))
show(lambda: random.gammavariate(0, 1))
show(lambda: random.getrandbits(-1))
class Half(random.Random):
    def random(self): return 0.5
h = Half()
print(h.randrange(10), h.choice('abcd'), h.random(), h.uniform(0, 4))
s = random.SystemRandom()
print(0 <= s.random() < 1, 1 <= s.randint(1, 6) <= 6, s.getrandbits(8) < 256)
show(s.getstate)
