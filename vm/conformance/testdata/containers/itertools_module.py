# itertools: all of it
import itertools as I
from itertools import *
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r) if not hasattr(r, '__next__') else list(islice(r, 12)))
    except Exception as e:
        print(type(e).__name__, '|', e)
t(count); t(count, 5, 2); t(count, 2.5, 0.5); t(count, 'a'); t(count, 1, 'a'); print(count(5), count(1, 2), count(1.5), count(10, -1), count(step=3)); t(count, 2**63 - 2); t(count, 10**30, -10**29); t(count, 1, 2, 3); t(count, -2**63 + 1, -1)
c = count(3); next(c); print(c, c.__reduce__(), count(1, 2).__reduce__())
t(cycle, 'abc'); t(cycle, []); t(cycle, 5); t(cycle); cy = cycle('abc'); next(cy); 
t(repeat, 5, 3); t(repeat, 5, -1); t(repeat, 5); t(repeat); t(repeat, 1, 'a'); t(repeat, 1, times=2); print(repeat('a', 3), repeat(1), repeat(1).__reduce__(), repeat(1, 2).__reduce__(), repeat(1, 5).__length_hint__()); t(lambda: repeat(1).__length_hint__()); t(repeat, 1, 2**70)
t(accumulate, [1, 2, 3, 4]); t(accumulate, [1, 2, 3], lambda a, b: a * b); t(accumulate, [1, 2], initial=10); t(accumulate, [], initial=5); t(accumulate, 'abc'); t(accumulate, [1, 'a']); t(accumulate, 5); t(accumulate, [1, 2], None, initial=None); t(accumulate, iterable=[1], func=max)
t(chain, [1], 'ab', (2,)); t(chain); t(chain, 5); t(chain, [1], 5); t(chain.from_iterable, ['ab', 'c']); t(chain.from_iterable, 5); t(chain.from_iterable, [1]); t(chain, a=1)
t(compress, 'abcdef', [1, 0, 1, 0, 1]); t(compress, 'ab'); t(compress, data='ab', selectors=[1]); t(compress, 5, [])
t(dropwhile, lambda x: x < 3, [1, 2, 3, 1]); t(takewhile, lambda x: x < 3, [1, 2, 3, 1]); t(filterfalse, None, [0, 1, '']); t(filterfalse, lambda x: x % 2, range(5)); t(starmap, pow, [(2, 3), [3, 2]]); t(starmap, pow, [1]); t(dropwhile, 1); t(takewhile, None, 5); t(starmap, a=1); t(takewhile, 5, [1])
t(lambda: [(k, list(g)) for k, g in groupby('aabbbc')]); t(lambda: [(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)]); t(lambda: [k for k, g in groupby('aab')]); t(lambda: [list(g) for k, g in list(groupby('aabb'))]); t(groupby, 5); t(groupby); t(lambda: list(groupby([])))
g = groupby('aab'); k, g1 = next(g); next(g1); k2, g2 = next(g); print(list(g1), list(g2), k, k2)
t(islice, range(10), 3); t(islice, range(10), 2, 8, 3); t(islice, range(10), 2, None); t(islice, range(10), None); t(islice, range(10), -1); t(islice, range(10), 'a'); t(islice, range(10), 1, 2, 0); t(islice, [1]); t(islice, [1], 1, 2, 3, 4); t(islice, range(10), None, None, 4); t(islice, [], 'a', 3); t(islice, [], 1, 'x'); t(islice, 5, 5); t(islice, [1], 1, 5, 2.5)
it = iter(range(10)); print(list(islice(it, 3, 3)), list(it)); it = iter(range(10)); print(list(islice(it, 2, 7, 3)), list(it)); it = iter('abc'); list(islice(it, 0)); print(list(it))
t(pairwise, [1, 2, 3]); t(pairwise, [1]); t(pairwise, 5); t(pairwise); t(pairwise, iterable=[])
t(lambda: [list(x) for x in tee([1, 2, 3])]); t(tee, 5); t(tee, [1], -1); t(tee, [1], 0); t(lambda: len(tee([], 3))); t(tee); t(tee, [1], 'a')
a, b = tee(iter(range(200))); print(sum(islice(a, 150)), sum(b), sum(a)); a, b = tee('xyz'); next(a); c = a.__copy__(); print(list(a), list(b), list(c), type(a).__name__)
t(zip_longest, 'abc', [1]); t(zip_longest, 'ab', [1], fillvalue=0); t(zip_longest); t(zip_longest, 5); t(zip_longest, [1], foo=1); t(zip_longest, [], [])
t(product, 'ab', [1, 2]); t(product, 'ab', repeat=2); t(product); t(product, repeat=0); t(product, 'a', repeat=-1); t(product, 'ab', []); t(product, 5); t(product, [1], foo=2); t(product, range(2), repeat=3); t(product, 'ab', repeat='x')
t(permutations, 'abc'); t(permutations, 'abc', 2); t(permutations, 'ab', 3); t(permutations, 'ab', 0); t(permutations, 'ab', -1); t(permutations, 'ab', 'x'); t(permutations, 5); t(permutations); t(permutations, [])
t(combinations, 'abcd', 2); t(combinations, 'ab', 3); t(combinations, 'ab', -1); t(combinations, 'ab'); t(combinations, 'ab', 0); t(combinations, range(5), r=4); t(combinations, [1], 'a')
t(combinations_with_replacement, 'abc', 2); t(combinations_with_replacement, [], 2); t(combinations_with_replacement, 'ab', 0); t(combinations_with_replacement, 'ab', -1); t(combinations_with_replacement, 'ab', 3)
print(len(list(permutations(range(7)))), len(list(combinations(range(20), 10))), sum(1 for _ in product(range(10), repeat=4)))
for n in ('count','cycle','chain','islice','product','groupby','accumulate','permutations'): print(getattr(I, n), getattr(I, n).__doc__.split('\n')[0])
class Ch(chain): pass
print(list(Ch('ab')), type(Ch.from_iterable(['a'])))
p = product('ab', [1, 2]); next(p); next(p); print(p.__reduce__()); q = product('ab', [1, 2]); q.__setstate__((0, 1)); print(list(q))
c = combinations('abc', 2); next(c); print(c.__reduce__()); p = permutations('abc', 2); next(p); next(p); print(p.__reduce__())
print(chain([1]).__reduce__()[1], islice([1, 2], 5).__reduce__()[2])
def gen():
    yield 1
    raise ValueError('boom')
for f in (lambda: list(chain(gen(), [2])), lambda: list(accumulate(gen())), lambda: list(zip_longest(gen(), range(5))), lambda: list(cycle(gen())), lambda: list(groupby(gen()))): t(f)
