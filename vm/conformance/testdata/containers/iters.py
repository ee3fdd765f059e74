# enumerate, zip, map, filter, reversed, iter, next, len, any, all
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, '|', e)
t(enumerate); t(enumerate, 5); t(enumerate, [1], 'a'); t(lambda: list(enumerate('ab', 5))); t(lambda: list(enumerate(iterable='ab', start=2**63 - 1))); t(lambda: list(enumerate('ab', start=10**30))); t(lambda: enumerate([], foo=1)); t(lambda: enumerate(start=1)); t(lambda: enumerate([1], 1, 2))
t(lambda: list(zip())); t(lambda: list(zip([1, 2], 'ab', (3, 4, 5)))); t(zip, 5); t(lambda: zip([1], 5)); t(lambda: list(zip([1], [1, 2], strict=True))); t(lambda: list(zip([1, 2], [1], strict=True))); t(lambda: list(zip([1], [1], [1, 2], strict=True))); t(lambda: list(zip([1, 2], [1, 2], [1], strict=True))); t(lambda: list(zip([1, 2], 'ab', strict=True))); t(lambda: zip([], foo=1))
t(lambda: list(map(str, [1, 2]))); t(map, str); t(map); t(map, str, 5); t(lambda: list(map(lambda a, b: a + b, [1, 2], [3, 4, 5]))); t(lambda: list(map(5, [1]))); t(lambda: map(str, [], a=1)); t(lambda: list(map(int, 'a1')))
t(lambda: list(filter(None, [0, 1, '', 'a']))); t(filter, None); t(lambda: list(filter(lambda x: x > 1, [1, 2, 3]))); t(filter, None, 5); t(lambda: filter(a=1)); t(lambda: list(filter(5, [1])))
t(reversed, 5); t(reversed, {1}); t(lambda: list(reversed('abc'))); t(lambda: list(reversed({1: 2, 3: 4}))); t(reversed); t(lambda: list(reversed(range(3)))); t(reversed, iter([]))
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
t(lambda: list(reversed(Seq()))); t(lambda: list(Seq())); t(lambda: 20 in Seq()); t(lambda: iter(Seq()))if 0 else None
class NoRev(Seq):
    __reversed__ = None
t(reversed, NoRev()); t(lambda: type(iter(Seq())).__name__)
class NoIter(Seq):
    __iter__ = None
t(iter, NoIter()); t(list, NoIter()); t(lambda: 1 in NoIter())
t(iter); t(iter, 5); t(iter, 5, 6); t(lambda: list(iter([1, 2, 3, 0, 4].pop, 3))); t(iter, [], 1, 2); t(next); t(next, 5); t(next, [1]); t(next, iter([])); t(next, iter([]), 7); t(next, iter([1]), 2, 3)
class BadIter:
    def __iter__(self): return 5
t(iter, BadIter()); t(len, 5); t(len, iter([])); t(len); t(len, [], []); t(lambda: len(x=1))
class BadLen:
    def __init__(self, v): self.v = v
    def __len__(self): return self.v
t(len, BadLen(-1)); t(len, BadLen('a')); t(len, BadLen(2**70)); t(len, BadLen(1.5)); t(len, BadLen(True)); t(bool, BadLen(0)); t(bool, BadLen(-1))
t(any, [0, '', 3]); t(all, [1, 0]); t(any, []); t(all, []); t(any, 5); t(all); t(any, [1], [2]); t(sorted, [3, 1, 2]); t(lambda: sorted([3, 1, 2], key=lambda x: -x)); t(lambda: sorted([1, 2], key=None, reverse=True))
print(type(enumerate([])), type(zip()), type(map(str, [])), type(filter(None, [])), type(reversed([])), type(reversed('a')), type(iter({})), type(iter({}.values())), type(iter({}.items())), type(iter(set())), type(iter(())), type(iter([])), type(iter('')), type(iter(range(1))), type(iter(int, 1)), type(reversed({})))
for x in (enumerate([1, 2]), zip([1], [2]), map(abs, [1]), filter(None, [1]), reversed((1, 2))): r = x.__reduce__(); print(r[0], len(r), iter(x) is x)
e = enumerate('abc'); next(e); print(e.__reduce__()[1][1], list(e)); z = zip([1, 2, 3], iter('ab')); print(list(z), list(z))
class MyEnum(enumerate): pass
class MyMap(map): pass
class MyZip(zip):
    def __init__(self, *a, **k): pass
print(list(MyEnum('ab')), list(MyMap(str, [1])), list(MyZip([1], [2])))
it = iter([1, 2, 3])
print(list(zip(it, it)), list(map(None.__class__, [])))
g = (i for i in range(3)); print(sum(g), list(g)); print(sum(map(lambda x: x * x, filter(lambda x: x % 2, range(10)))))
def f():
    for i, (a, b) in enumerate(zip('ab', [1, 2])): yield i, a, b
print(list(f())); print(dict(enumerate('ab')), dict(zip('ab', range(2)))); print([i for i, in zip([1, 2])])
for i, x in enumerate([1, 2]): print(i, x)
for a, b in zip([1, 2], [3, 4]): print(a, b)
for k, v in {'a': 1}.items(): print(k, v)
def c(n):
    for i in zip(range(n), range(n)): pass
    return i
print(c(5))
print(min(zip('ba', 'cd')), max(enumerate('abc')), *zip('ab', 'cd'))
def chg():
    l = [1, 2, 3]
    out = []
    for x in l:
        out.append(x)
        if x == 1: l.remove(1)
    return out
t(chg)
