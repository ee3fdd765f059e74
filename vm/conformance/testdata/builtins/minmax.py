# min and max: iterables, several arguments, key, default, ties, errors
print(max(1, 3, 2), min("b", "a"), max([1, 5, 3]), min((4, 2)), max("hello"), max({1: 0, 5: 0}), max([1], default=9), max([], default=9), min([], default=None), max(1, 2, key=lambda x: -x), min(["bb", "a"], key=len), max([(1, "b"), (1, "a")]), max("a", "B", key=str.lower), max([3, 3.0]), max([3.0, 3]), min(True, 1), max(x for x in range(4)), max([-0.0, 0.0]), max(range(10), key=lambda x: (x % 3, -x)), max([], key=len, default="d"), min([1, 2], key=None))
def attempt(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
for f in (max, min):
    attempt(f)
    attempt(f, [])
    attempt(f, 5)
    attempt(f, None)
    attempt(f, 1, 2, default=3)
    attempt(f, [1, "a"])
    attempt(f, 1, "a")
    attempt(f, [1], foo=2)
    attempt(f, [1, 2], key=5)
    attempt(f, [1], key=lambda: 0)
    attempt(f, ())
    attempt(f, "")
    attempt(f, (x for x in ()))
    attempt(f, *[], default=1)
    attempt(f, 1j, 2j)
class T:
    def __init__(self, n): self.n = n
    def __gt__(self, o): return self.n > o.n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return f"T{self.n}"
print(max(T(1), T(3), T(2)), min([T(5), T(4)]))
