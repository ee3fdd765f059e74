import pickle
class Bag:
    def __init__(self, *args):
        self.args = args
        self.items = []
        self.map = {}
    def append(self, x):
        self.items.append(x)
    def __setitem__(self, k, v):
        self.map[k] = v
    def show(self):
        return self.args, self.items, self.map, {k: v for k, v in self.__dict__.items() if k not in ('args', 'items', 'map')}
class Extends(Bag):
    def extend(self, xs):
        self.items.append(('extend', list(xs)))
form = None
class R(Bag):
    def __reduce__(self):
        return form
class X(Bag):
    def __reduce_ex__(self, proto):
        return Bag, (proto,)
def setter(obj, state):
    obj.by_setter = state
single = 'kept'
class Named:
    def __reduce__(self):
        return 'the_one'
the_one = Named()
r = R()
forms = [(Bag, ()), (Bag, (1, 2)), (Bag, (), None), (Bag, (), {'s': 1}), (Bag, (), (None, {'t': 2})), (Bag, (), None, None, None),
         (Bag, (), None, [1]), (Bag, (), None, [1, 2, 3]), (Extends, (), None, [1, 2]), (Bag, (), None, None, {'k': 'v'}), (Bag, (), None, None, {'k': 'v', 'l': 'w'}),
         (Bag, (0,), {'s': 1}, [1, 2], {3: 4}), (Bag, (), 'state', None, None, setter), (Bag, (), None, None, None, None)]
for f in forms:
    for proto in range(6):
        form = tuple(iter(x) if i == 3 and x else iter(x.items()) if i == 4 and x else x for i, x in enumerate(f))
        data = pickle.dumps(r, proto)
        print(proto, data)
        print(pickle.loads(data).show())
for proto in range(6):
    print(pickle.loads(pickle.dumps(X(), proto)).args, pickle.loads(pickle.dumps(the_one, proto)) is the_one, pickle.dumps(the_one, proto))
# long iterators
form = (Bag, (), None, iter(range(2500)), ((i, i) for i in range(1000)))
data = pickle.dumps(r)
w = pickle.loads(data)
print(len(data), len(w.items), len(w.map))
