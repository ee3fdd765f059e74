import pickle
def part(it, n=1):
    for _ in range(n):
        next(it)
    return it
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
def numbers():
    n = 0
    while True:
        n += 1
        yield n
made = [lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter('abc'), lambda: iter('aéc'), lambda: iter(b'abc'), lambda: iter(bytearray(b'abc')), lambda: iter(range(5)),
        lambda: iter(range(10**20, 10**20 + 5)), lambda: iter({1: 2, 3: 4, 5: 6}), lambda: iter({1: 2, 3: 4, 5: 6}.values()), lambda: iter({1: 2, 3: 4, 5: 6}.items()), lambda: reversed([1, 2, 3]),
        lambda: reversed((1, 2, 3)), lambda: reversed({1: 2, 3: 4, 5: 6}), lambda: enumerate([5, 6, 7], 10), lambda: zip([1, 2, 3], 'abc'), lambda: map(len, [[], [1], [2, 3]]),
        lambda: filter(None, [0, 1, 2, 3]), lambda: iter(Seq()), lambda: iter({1, 2, 3})]
for make in made:
    for proto in (0, 2, 4):
        it = make()
        new = pickle.loads(pickle.dumps(it, proto))
        started = pickle.loads(pickle.dumps(part(make()), proto))
        done = pickle.loads(pickle.dumps(part(make(), 3), proto))
        print(type(it).__name__, type(new).__name__, list(new), list(started), list(done))
    ended = make()
    list(ended)
    print(pickle.dumps(ended, 2)[:40], list(pickle.loads(pickle.dumps(ended))))
