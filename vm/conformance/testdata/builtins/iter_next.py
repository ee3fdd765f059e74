# iter with sentinel, next with default, errors
vals = iter([1, 2, 3, "stop", 4])
print(list(iter(lambda: next(vals), "stop")), next(vals), next(vals, "d"))
n = 0
def counter():
    global n
    n += 1
    return n
it = iter(counter, 4)
print(next(it), list(it), next(it, "done"), type(it).__name__)
def raises(): raise StopIteration
print(list(iter(raises, 1)))
def boom(): raise ValueError("boom")
def attempt(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
attempt(list, iter(boom, 1) if callable(boom) else None)
attempt(iter)
attempt(iter, 5)
attempt(iter, 5, 6)
attempt(iter, [], 1)
attempt(iter, 1, 2, 3)
attempt(next)
attempt(next, 5)
attempt(next, [])
attempt(next, iter([]))
attempt(next, iter([]), None)
attempt(next, iter([]), 1, 2)
attempt(next, (x for x in "a"), default=1)
class OldSeq:
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * i
print(list(OldSeq()), iter(OldSeq()).__class__.__name__, 4 in OldSeq(), next(iter(OldSeq())))
import io
f = io.StringIO("ab\ncd\nef")
print(list(iter(f.readline, "")), list(iter(io.BytesIO(b"abcdef").read1 if False else (lambda b=io.BytesIO(b"abcde"): b.read(2)), b"")))
i = iter("ab")
print(next(i), i.__next__(), i.__iter__() is i)
for kind in ([], (), "", b"", {}, set(), range(0), {}.keys(), bytearray(), {}.items(), (x for x in ()), zip(), frozenset(), {}.values(), memoryview(b"")):
    print(type(iter(kind)).__name__, end=" ")
print()
