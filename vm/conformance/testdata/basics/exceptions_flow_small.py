# Small flows of exceptions: else, finally, nested, re-raised, in loops, with returns
def f(x):
    try:
        if x == 1: raise ValueError("one")
        if x == 2: return "returned"
        if x == 3: [][0]
    except ValueError as e: r = f"caught {e}"
    except (KeyError, IndexError) as e: r = type(e).__name__
    else: r = "else"
    finally: print("finally", x, end="; ")
    return r
print([f(x) for x in range(4)])
def g():
    for i in range(5):
        try:
            if i % 2: continue
            if i == 4: break
            yield i
        finally: yield f"f{i}"
print(list(g()))
try:
    try: raise KeyError("inner")
    except KeyError as e: raise RuntimeError("outer") from e
except RuntimeError as e: print(repr(e), repr(e.__cause__))
try: int("x")
except Exception as e: print(type(e).__name__, e, e.args)
class E(Exception): pass
try: raise E
except E as e: print(repr(e), str(e) == "", e.args)
def h():
    try: raise E(1, 2)
    finally: print("cleanup", end=" ")
try: h()
except E as e: print(e, e.args)
