# copyreg, and how copy shares its reductions.
import copyreg, copy, pickle
class Old:
    def __init__(self): self.a = [1]
o = Old()
print(o.__reduce_ex__(0)[0].__name__, o.__reduce_ex__(0)[1:], o.__reduce__()[1:])
print(o.__reduce_ex__(2)[0].__name__, o.__reduce_ex__(2)[1:], o.__reduce_ex__(4) == o.__reduce_ex__(2))
class L(list): pass
l = L([1, 2])
l.x = 3
r = l.__reduce_ex__(4)
print(r[0].__name__, r[1:3], list(r[3]), r[4])
r = l.__reduce_ex__(1)
print(r[0].__name__, r[1:])
class D(dict): pass
r = D(a=1).__reduce_ex__(2)
print(r[1:4], list(r[4]))
print(copyreg._reconstructor(L, list, [5]), copyreg._reconstructor(Old, object, None).__dict__)
print(copyreg.__newobj__(L, [1]), copyreg.__newobj_ex__(dict, (), {}))
for v in (1, 'x', b'x', 1.5, (1,), None, len, int):
    for proto in (0, 2):
        try:
            r = v.__reduce_ex__(proto)
            print(v, proto, r if isinstance(r, str) else (r[0].__name__,) + r[1:])
        except TypeError as e:
            print(v, proto, e)
print(copyreg.pickle_complex(1j), copyreg.dispatch_table[type(int | str)](int | str))
class P:
    def __init__(self, x): self.x = x
    def __reduce__(self): return P, (self.x,)
class St:
    def __init__(self): self.x = [1]
    def __getstate__(self): return {'x': self.x, 'by': 'state'}
class New(tuple):
    def __new__(cls, *a): return tuple.__new__(cls, a)
    def __getnewargs__(self): return tuple(self)
class NewEx:
    def __new__(cls, *, k): o = object.__new__(cls); o.k = k; return o
    def __getnewargs_ex__(self): return (), {'k': self.k}
class Slots:
    __slots__ = 'a', 'b'
s = Slots()
s.a = [1]
for v in (P([1]), St(), New(1, [2]), NewEx(k=[3]), s, l, D(a=[1])):
    c, d = copy.copy(v), copy.deepcopy(v)
    print(type(c).__name__, type(d).__name__, getattr(c, '__dict__', None), getattr(d, '__dict__', None), isinstance(v, (list, dict, tuple)) and (c, d))
copyreg.pickle(Old, lambda o: (str, ('registered',)))
print(copy.copy(o), copy.deepcopy(o), pickle.loads(pickle.dumps(o)))
try:
    object.__reduce_ex__(o, 'x')
except TypeError as e:
    print(e)
for p in (-1, 0, 1, 2, 5, 99):
    print(p, object.__reduce_ex__(o, p)[0].__name__)
