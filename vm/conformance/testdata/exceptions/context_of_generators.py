# __context__ across generators: throw in an except block, raise inside, resumed later
def swallow():
    while True:
        try: yield
        except Exception as e: print("in gen", repr(e), repr(e.__context__))
g = swallow()
next(g)
try:
    1 / 0
except ZeroDivisionError:
    g.throw(ValueError("thrown during handling"))
g.throw(KeyError("outside"))
def raises():
    try: yield 1
    finally:
        try: raise KeyError("inner")
        except KeyError as e: print(repr(e.__context__))
r = raises()
next(r)
try: r.throw(ValueError("v"))
except ValueError as e: print(repr(e), repr(e.__context__))
def handler():
    try: raise ValueError("gen's own")
    except ValueError:
        yield "in except"
        raise KeyError("later")
h = handler()
print(next(h))
import sys
print(sys.exc_info())
try:
    raise TypeError("callers")
except TypeError:
    try: next(h)
    except KeyError as e: print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
def deep(n):
    if n == 0: raise OSError("deep")
    yield from deep(n - 1)
try: list(deep(5))
except OSError as e: print(e, e.__context__)
