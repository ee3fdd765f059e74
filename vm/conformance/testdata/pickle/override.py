import pickle, io
class A:
    pass
def f(): pass
def rebuild(*args): return ('rebuilt',) + args
seen = []
class P(pickle.Pickler):
    def reducer_override(self, obj):
        seen.append(getattr(obj, '__name__', type(obj).__name__))
        if obj is f:
            return rebuild, ('f',)
        if isinstance(obj, type) and obj is A:
            return rebuild, ('class A',)
        if isinstance(obj, A):
            return 'the_a'
        if isinstance(obj, complex):
            return 5
        return NotImplemented
the_a = A()
for proto in (2, 4, 5):
    for v in ([f, f, len, 1, 'x', b'y', (1,), {2: 3}, {4}, bytearray(b'z')], A, the_a, range(3), Exception('e'), 1j):
        seen.clear()
        out = io.BytesIO()
        try:
            P(out, proto).dump(v)
            w = pickle.loads(out.getvalue()); print(out.getvalue(), type(w).__name__ if w is the_a else w)
        except Exception as e:
            print(type(e).__name__, e)
        print(seen)
class Raises(pickle.Pickler):
    def reducer_override(self, obj):
        raise KeyError('override')
try:
    Raises(io.BytesIO()).dump([1, A()])
except KeyError as e:
    print(repr(e))
