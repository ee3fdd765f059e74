# Generator methods, __iter__ generators, properties, closures and recursion over structures
class Tree:
    def __init__(self, v, l=None, r=None): self.v, self.l, self.r = v, l, r
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r
    @property
    def depth_first(self):
        yield self.v
        for k in (self.l, self.r):
            if k: yield from k.depth_first
    @classmethod
    def names(cls):
        for c in cls.__mro__: yield c.__name__
    @staticmethod
    def evens(n):
        yield from range(0, n, 2)
    def __reversed__(self):
        yield from reversed(list(self))
    def __call__(self):
        yield "called"
    def __getitem__(self, k):
        yield k
    def __contains__(self, x): return any(v == x for v in self)
t = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6))
print(list(t), list(t.depth_first), list(Tree.names()), list(Tree.evens(7)), list(reversed(t)), list(t()), list(t[9]), 3 in t, 5 in t)
print(sum(t), max(t), sorted(t, reverse=True), [*t, *t.l], list(zip(t, t)))
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return (i for i in range(self.n, 0, -1))
c = Countdown(3)
print([(a, b) for a in c for b in c if a > b])
def make():
    n = 0
    def gen():
        nonlocal n
        while n < 3:
            n += 1
            yield n
    return gen, lambda: n
gen, get = make()
i, j = gen(), gen()
print(next(i), next(j), next(i), get(), list(j))
class Super:
    def items(self): yield "super"
class Sub(Super):
    def items(self):
        yield from super().items()
        yield "sub"
        yield __class__.__name__
print(list(Sub().items()))
lam = lambda: (yield 5)
print(next(lam()))
g = (lambda n: (yield from range(n)))(3)
print(list(g))
