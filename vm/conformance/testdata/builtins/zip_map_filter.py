# zip, map, filter, enumerate, reversed: arguments, strict, exhaustion, errors
print(list(zip()), list(zip("ab")), list(zip("ab", [1, 2, 3])), list(zip("abc", range(3), "xyz")), list(zip("ab", [1, 2], strict=True)), dict(zip("ab", "cd")), list(zip(*[(1, 2), (3, 4)])), list(zip([], "a")))
for a in (("ab", "a"), ("a", "ab"), ("abc", "abc", "ab"), ("", "a"), ("a", "", "b"), ("ab", "ab", "a")):
    try: print(list(zip(*a, strict=True)))
    except ValueError as e: print(e)
it = iter([1, 2, 3])
print(list(zip(it, it)), list(zip(iter("abc"), range(1))))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(None.__class__, []) if False else map(max, [1, 5], [4, 2], [3, 3])), list(map(int, "123")), list(map(lambda *a: a, "ab", "cd")), sum(map(len, ["a", "bb"])), list(map(str.upper, "ab")))
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(lambda x: x % 2, range(5))), list(filter(str.isdigit, "a1b2")), "".join(filter(str.isalpha, "a1b2")))
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=-1)), list(enumerate([], 3)), list(enumerate(iterable="x")), list(enumerate("ab", 10**30)), dict(enumerate("xy")))
print(list(reversed([1, 2])), list(reversed("ab")), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({"a": 1, "b": 2})), list(reversed(b"ab")), list(reversed(bytearray(b"ab"))))
def attempt(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: zip(1))
attempt(lambda: zip([1], 2))
attempt(lambda: zip([1], foo=1))
attempt(lambda: list(zip([1], strict=5)))
attempt(lambda: map())
attempt(lambda: map(len))
attempt(lambda: map(len, 5))
attempt(lambda: list(map(5, [1])))
attempt(lambda: list(map(len, [1])))
attempt(lambda: list(map(lambda a, b: 0, [1])))
attempt(lambda: map(len, [1], foo=1))
attempt(lambda: filter(None))
attempt(lambda: filter(None, 5))
attempt(lambda: list(filter(5, [1])))
attempt(lambda: filter(None, [], []))
attempt(lambda: filter(function=None, iterable=[]))
attempt(lambda: enumerate())
attempt(lambda: enumerate(5))
attempt(lambda: enumerate([], "a"))
attempt(lambda: enumerate([], 1.5))
attempt(lambda: enumerate([], foo=1))
attempt(lambda: reversed(5))
attempt(lambda: reversed({1}))
attempt(lambda: reversed(iter([])))
attempt(lambda: reversed())
attempt(lambda: reversed([], 1))
def boom():
    yield 1
    raise KeyError("b")
for f in (lambda: list(zip(boom())), lambda: list(map(str, boom())), lambda: list(filter(None, boom())), lambda: list(enumerate(boom()))): attempt(f)
m = map(str, [1, 2])
print(next(m), list(m), list(m), iter(m) is m, next(zip("a", "b")), next(enumerate("q")))
class Rev:
    def __reversed__(self): return "not an iterator"
class RevNone:
    __reversed__ = None
    def __len__(self): return 1
    def __getitem__(self, i): return i
print(reversed(Rev()))
attempt(lambda: reversed(RevNone()))
