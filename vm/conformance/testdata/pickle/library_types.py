import pickle, random, functools, operator, array, fractions, pathlib, types, io, string, struct
class C:
    def m(self, *a): return a
r = random.Random(7)
r.random()
p = functools.partial(pow, 2, mod=None)
p2 = functools.partial(int, base=2)
p2.note = 'n'
for v in (range(3), range(1, 10, 2), range(10**20), slice(1, None, 2), slice(None), fractions.Fraction(3, 4), pathlib.PurePosixPath('/a/b'), pathlib.PurePosixPath('c'), array.array('i', [1, -2]), array.array('d', [1.5]),
          array.array('u', 'té'), operator.itemgetter(1), operator.itemgetter(1, 'x'), operator.attrgetter('a.b', 'c'), operator.methodcaller('m', 1), operator.methodcaller('m', 1, k=2), p, p2,
          types.SimpleNamespace(a=1), list[int], dict[str, list[int]], int | str, types.GenericAlias(list, (int,)), property, struct.Struct('<i') if 0 else 1):
    for proto in (2, 3, 4, 5):
        data = pickle.dumps(v, proto)
        w = pickle.loads(data)
        print(proto, data)
        print(type(w).__name__, repr(w) == repr(v))
w = pickle.loads(pickle.dumps(r))
print(w.random() == r.random(), w.randint(1, 100) == r.randint(1, 100))
print(pickle.loads(pickle.dumps(p2))('101'), pickle.loads(pickle.dumps(p2)).note)
b = io.BytesIO(b'some bytes')
b.read(3)
s = io.StringIO('text\nmore')
s.readline()
print(pickle.loads(pickle.dumps(b)).read(), pickle.loads(pickle.dumps(s)).read())
print(pickle.loads(pickle.dumps(C().m))(1, 2))
