from collections import ChainMap, UserDict, UserList, UserString, OrderedDict, deque, defaultdict
import collections.abc as cabc

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

a, b = {'x': 1, 'y': 2}, {'y': 20, 'z': 30}
m = ChainMap(a, b)
print(m, m['y'], m['z'], list(m), len(m), 'z' in m, m.get('q', 0), sorted(m.items()))
m['z'] = 99
print(a, b, m.maps)
n = m.new_child({'w': 0}, x=5) if False else m.new_child({'w': 0})
print(n, n.parents == m, bool(ChainMap()))
show(lambda: m['nope'])
def rm():
    del m['nope']
show(rm)
show(lambda: m.pop('nope'))
show(lambda: ChainMap().popitem())
print(m | {'n': 1}, {'n': 1} | ChainMap({'k': 2}))
print(isinstance(m, cabc.MutableMapping), ChainMap.fromkeys('ab', 1))

class Lower(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(k.lower(), v)
    def __missing__(self, k):
        return f'no {k}'
d = Lower({'A': 1}, B=2)
print(d, d['a'], d['zz'], 'b' in d, len(d), d | {'Q': 3}, d.copy(), type(d.copy()).__name__)
u = UserList([3, 1, 2])
u.append(0)
u.sort()
print(u, u[1:], u + [9], [9] + u, u * 2, u == [0, 1, 2, 3], u.index(2), type(u[:2]).__name__)
u += (5,)
print(u, list(reversed(u)), 5 in u)
s = UserString('Hello')
print(s, s.upper(), s + '!', s[1:3], s.find('l'), s == 'Hello', hash(s) == hash('Hello'), 'ell' in s, s * 2, s % (), type(s.lower()).__name__)
print(s.center(11, '*'), s.split('l'), UserString('a-b').replace('-', '+'), int(UserString('12')) + 1)
