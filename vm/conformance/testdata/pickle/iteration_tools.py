import pickle, itertools as I, operator
def part(it, n=1):
    for _ in range(n):
        next(it, None)
    return it
made = [lambda: I.count(3), lambda: I.count(1.5, 0.5), lambda: I.cycle('abc'), lambda: I.repeat('x', 4), lambda: I.chain([1, 2], 'ab'), lambda: I.chain.from_iterable([[1, 2], [3]]),
        lambda: I.accumulate([1, 2, 3, 4]), lambda: I.accumulate([1, 2, 3], operator.mul, initial=5), lambda: I.islice(range(10), 2, 9, 3), lambda: I.takewhile(bool, [1, 2, 0, 3]), lambda: I.dropwhile(bool, [1, 0, 2, 3]),
        lambda: I.filterfalse(None, [0, 1, 0, 2, '']), lambda: I.starmap(pow, [(2, 3), (3, 2)]), lambda: I.compress('abcdef', [1, 0, 1, 0, 1, 1]), lambda: I.zip_longest('ab', [1, 2, 3], fillvalue='-'),
        lambda: I.product('ab', [1, 2]), lambda: I.permutations([1, 2, 3], 2), lambda: I.combinations('abcd', 2), lambda: I.combinations_with_replacement('abc', 2)]
for make in made:
    for proto in (0, 2, 4):
        fresh = pickle.loads(pickle.dumps(make(), proto))
        begun = pickle.loads(pickle.dumps(part(make(), 2), proto))
        print(type(fresh).__name__, list(I.islice(fresh, 6)), list(I.islice(begun, 6)))
print([(k, list(g)) for k, g in pickle.loads(pickle.dumps(I.groupby('aabbc')))])
try:
    pickle.dumps(I.tee([1, 2])[0])
    print('tee goes')
except TypeError as e:
    print(e)
