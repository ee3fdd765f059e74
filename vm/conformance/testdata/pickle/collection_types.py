import pickle
from collections import deque, OrderedDict, defaultdict, Counter, ChainMap, UserDict, UserList, UserString, namedtuple
P = namedtuple('P', 'x y')
class D(deque): pass
class O(OrderedDict): pass
def default(): return 'made'
d = D([1, 2], 3)
d.note = 1
o = O(a=1)
o.note = 2
dd = defaultdict(list, a=[1])
rec = deque()
rec.append(rec)
for v in (deque([1, 2, 3]), deque([1], 5), deque(), d, OrderedDict([('b', 1), ('a', 2)]), OrderedDict(), o, dd, defaultdict(default), defaultdict(None, x=1), Counter('abca'), Counter(), ChainMap({1: 2}, {3: 4}),
          UserDict(a=1), UserList([1, 2]), UserString('us'), P(1, [2])):
    for proto in range(6):
        data = pickle.dumps(v, proto)
        w = pickle.loads(data)
        print(proto, data)
        print(type(w).__name__, w == v, getattr(w, '__dict__', None) if type(v) in (D, O) else '')
w = pickle.loads(pickle.dumps(rec))
print(w[0] is w)
w = pickle.loads(pickle.dumps(dd))
print(w['new'], w.default_factory, pickle.loads(pickle.dumps(d)).maxlen)
