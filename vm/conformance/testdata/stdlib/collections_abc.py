from collections.abc import *
import collections.abc as m

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

class Seq(Sequence):
    def __init__(self, *a): self.a = a
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return self.a[i]
s = Seq(1, 2, 3, 2)
print(list(s), 2 in s, s.index(2), s.index(2, 2), s.count(2), list(reversed(s)))
show(lambda: s.index(9))

class Low(MutableSet):
    def __init__(self, it=()): self.s = sorted(set(it))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def add(self, x):
        if x not in self.s:
            self.s.append(x); self.s.sort()
    def discard(self, x):
        if x in self.s: self.s.remove(x)
    def __repr__(self): return f'Low({self.s})'
a, b = Low([1, 2, 3]), Low([2, 3, 4])
print(a & b, a | b, a - b, a ^ b, a <= b, a == Low([3, 2, 1]), a.isdisjoint([9]), {1, 2} < a, a > {1})
a |= {9}; a &= {1, 2, 9}; a -= {1}; a ^= {2, 5}
print(a)
a.remove(5)
show(lambda: a.remove(77))
print(a.pop(), len(a))
a.clear()
show(a.pop)

class D(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
d = D()
d.update({'a': 1}, b=2)
d.update([('c', 3)])
print(dict(d), d.pop('a'), d.pop('zz', None), d.setdefault('q', 5), list(d.keys()), list(d.items()), list(d.values()), d == {'b': 2, 'c': 3, 'q': 5})
print(repr(d.keys())[:9], 'b' in d.keys(), ('b', 2) in d.items(), d.keys() & {'b', 'x'}, d.get('no', 'def'), d.popitem())
show(lambda: d.pop('zz'))
d.clear()
show(d.popitem)

class MS(MutableSequence):
    def __init__(self): self.l = []
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self, i, v): self.l.insert(i, v)
x = MS()
x.extend([3, 1, 2]); x += [7]; x.append(8); x.reverse(); x.remove(1)
print(x.l, x.pop(), x.pop(0), x.l)

for obj in (1, 'a', [], (), {}, set(), iter([]), (i for i in ()), len, range(3), b'', {}.keys()):
    print(type(obj).__name__, [n for n in ('Hashable', 'Iterable', 'Iterator', 'Sized', 'Container', 'Collection', 'Callable', 'Sequence', 'Mapping', 'Set', 'Generator', 'Reversible') if isinstance(obj, getattr(m, n))])
class Partial(Sized): pass
show(Partial)
show(lambda: Mapping())
class NoHash:
    __hash__ = None
print(isinstance(NoHash(), Hashable), issubclass(int, Hashable))
print(Callable[[int, str], bool], Callable[..., int], Iterable[int], Mapping[str, int])
show(lambda: Callable[int])
class G(Generator):
    def send(self, v): return v
    def throw(self, t, v=None, tb=None): super().throw(t, v, tb)
g = G()
print(next(g), g.send(3), iter(g) is g, g.close())
match s:
    case [first, *rest]:
        print(first, rest)
match D():
    case {}:
        print('mapping')
