import pickle
class A:
    def __new__(cls, *args, **kwargs):
        o = object.__new__(cls)
        o.made = (args, kwargs)
        return o
    def __getnewargs__(self):
        return 1, [2]
class B(A):
    def __getnewargs_ex__(self):
        return (1, 2), {'k': 3}
class C(A):
    def __getnewargs_ex__(self):
        return (1,), {}
class I(int):
    def __getnewargs__(self):
        return (7,)
class T(tuple):
    def __new__(cls, *items):
        return tuple.__new__(cls, items)
    def __getnewargs__(self):
        return tuple(self)
for v in (A(), B(), C(), I(3), T(1, 2, 3)):
    for proto in range(6):
        data = pickle.dumps(v, proto)
        try:
            w = pickle.loads(data)
        except Exception as e:
            print(proto, data, type(e).__name__, e)
            continue
        print(proto, data, w if isinstance(v, (int, tuple)) else w.made)
def bad(result, ex):
    class X:
        pass
    setattr(X, '__getnewargs_ex__' if ex else '__getnewargs__', lambda self: result)
    try:
        X().__reduce_ex__(2)
    except Exception as e:
        print(type(e).__name__, e)
bad([], False)
bad(5, False)
bad([], True)
bad((), True)
bad((1, {}), True)
bad(((), 1), True)
bad(((), {}, 1), True)
print(T(1).__reduce_ex__(2)[1:], (5).__getnewargs__(), 'x'.__getnewargs__(), b'x'.__getnewargs__(), (1.5).__getnewargs__(), (1,).__getnewargs__(), (1j).__getnewargs__())
