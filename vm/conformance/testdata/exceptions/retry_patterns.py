# Patterns: retries, default values, cleanup stacks, error translation, accumulated errors
import time
calls = []
def flaky(n):
    calls.append(n)
    if len(calls) < n: raise ConnectionError(f"try {len(calls)}")
    return "ok after %d" % len(calls)
def retry(times, *errors):
    def deco(f):
        def inner(*a, **k):
            for i in range(times):
                try: return f(*a, **k)
                except errors as e:
                    last = e
                    continue
            raise RuntimeError(f"gave up after {times}") from last
        return inner
    return deco
print(retry(5, ConnectionError)(flaky)(3))
calls.clear()
try: retry(2, ConnectionError)(flaky)(9)
except RuntimeError as e: print(e, "|", repr(e.__cause__))
calls.clear()
try: retry(5, ValueError)(flaky)(3)
except ConnectionError as e: print(e)
def parse(items):
    good, errors = [], []
    for i in items:
        try: good.append(int(i))
        except (TypeError, ValueError) as e: errors.append(e)
    if errors: raise ExceptionGroup("bad items", errors)
    return good
print(parse(["1", 2]))
try: parse(["x", None, "3", "1.5"])
except* ValueError as g: print([str(e) for e in g.exceptions])
except* TypeError as g: print([str(e) for e in g.exceptions])
def first(*fs, default=None):
    for f in fs:
        try: return f()
        except Exception: pass
    return default
print(first(lambda: 1 / 0, lambda: [][0], lambda: "third"), first(lambda: {}["x"], default="dflt"))
class Stack:
    def __init__(self): self.undo = []
    def do(self, name, fail=False):
        if fail: raise OSError(name)
        self.undo.append(name)
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        if t:
            while self.undo: print("undo", self.undo.pop())
        return t is OSError
with Stack() as s:
    s.do("a")
    s.do("b")
    s.do("c", fail=True)
    print("not reached")
with Stack() as s: s.do("kept")
print(s.undo)
def translate(f):
    try: return f()
    except LookupError as e: raise ValueError(f"translated {type(e).__name__}") from None
try: translate(lambda: {}["k"])
except ValueError as e: print(e, e.__cause__, e.__suppress_context__, repr(e.__context__))
def nested_cleanup():
    log = []
    try:
        try: raise ValueError("a")
        finally:
            log.append("1")
            try: raise KeyError("b")
            except KeyError: log.append("2")
    except ValueError: log.append("3")
    return log
print(nested_cleanup())
