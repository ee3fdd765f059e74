import pickle
class Node:
    def __init__(self, name):
        self.name = name
        self.links = []
l = []
l.append(l)
d = {}
d['self'] = d
both = [d, l]
d['both'] = both
n = Node('a')
m = Node('b')
n.links += [m, n]
m.links.append(n)
class D(dict):
    pass
class L(list):
    pass
x = D()
x['x'] = x
x.me = x
y = L()
y.append(y)
y.me = y
for proto in range(6):
    a = pickle.loads(pickle.dumps(l, proto))
    b = pickle.loads(pickle.dumps(d, proto))
    c = pickle.loads(pickle.dumps(n, proto))
    if proto < 2:   # the copies that make these contain themselves as well
        for v in (x, y):
            try:
                pickle.dumps(v, proto)
            except RecursionError:
                print('too deep')
        continue
    e = pickle.loads(pickle.dumps(x, proto))
    f = pickle.loads(pickle.dumps(y, proto))
    print(a[0] is a, b['self'] is b, b['both'][0] is b, c.links[1] is c, c.links[0].links[0] is c, e['x'] is e, e.me is e, f[0] is f, f.me is f)
    print(pickle.dumps(l, proto), pickle.dumps(d, proto))
    print(pickle.dumps(n, proto))
    print(pickle.dumps(x, proto), pickle.dumps(y, proto))
class Attr(dict):
    def __init__(self, *a):
        super().__init__(*a)
        self.__dict__ = self
v = Attr(p=1) if False else Attr([('p', 1)])
w = pickle.loads(pickle.dumps(v))
print(w, w.p, w.__dict__ is w)
