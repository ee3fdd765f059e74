# slice objects: attributes, indices(), comparison, hash, errors
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice(1, 2))
print(s.indices(5), s.indices(100), slice(None).indices(5), slice(None, None, -1).indices(5), slice(-3, None).indices(5), slice(10, -10, -3).indices(6), slice(-1, -10).indices(4), slice(3, 1).indices(10), slice(None, None, 7).indices(0))
print(slice(1, 2) == slice(1, 2), slice(1) == slice(None, 1, None), slice(1, 2) != slice(1, 3), slice(1, 2) < slice(1, 3), slice(1, 2) == (1, 2, None), slice(1) == 5)
def attempt(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)
attempt(slice)
attempt(slice, 1, 2, 3, 4)
attempt(hash, s)
attempt(s.indices, -1)
attempt(s.indices, "x")
attempt(slice(None, None, 0).indices, 5)
attempt(slice("a").indices, 5)
attempt(slice(1.5).indices, 5)
attempt(setattr, s, "start", 5)
attempt(lambda: s.foo)
attempt(lambda: slice(1, 2)[0])
attempt(lambda: slice(stop=1))
attempt(slice(1, 10 ** 30).indices, 10 ** 31)
attempt(lambda: type("S", (slice,), {}))
print(slice("a", [1], {}), type(s).__name__, isinstance(s, slice))
class Show:
    def __getitem__(self, k): return k
g = Show()
print(g[:], g[1:], g[::2], g[a:b] if False else g["a":"b"], g[1, 2:3], g[:, ..., None], g[[1]:{}])
print([g[i:j] for i in (None, 0) for j in (None, 1)], list(range(*slice(2, 20, 5).indices(15))))
import copy
print(copy.copy(s) == s, repr(slice(slice(1), 2)))
