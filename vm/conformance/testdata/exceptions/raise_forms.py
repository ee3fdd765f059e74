# raise: classes, instances, from, re-raise, and invalid values
def attempt(fn):
    try:
        fn()
    except BaseException as e:
        print(type(e).__name__, e.args, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def r(*a):
    def fn():
        if len(a) == 1: raise a[0]
        raise a[0] from a[1]
    return fn
attempt(r(ValueError))
attempt(r(ValueError("v")))
attempt(r(ValueError, KeyError))
attempt(r(ValueError, KeyError("k")))
attempt(r(ValueError, None))
attempt(r(5))
attempt(r("string"))
attempt(r(int))
attempt(r(None))
attempt(r(ValueError, 5))
attempt(r(ValueError, int))
attempt(r(NotImplemented))
class NoInit(Exception):
    def __init__(self, need): pass
attempt(r(NoInit))
class BadNew(Exception):
    def __new__(cls): return 5
attempt(r(BadNew))
def bare(): raise
attempt(bare)
def reraise():
    try:
        1 / 0
    except ZeroDivisionError:
        raise
attempt(reraise)
def reraise_after_nested():
    try:
        raise ValueError("outer")
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise
attempt(reraise_after_nested)
def helper(): raise
def from_helper():
    try:
        raise OSError("o")
    except OSError:
        helper()
attempt(from_helper)
def in_finally():
    try:
        raise ValueError("pending")
    finally:
        raise
attempt(in_finally)
def var():
    try:
        raise ValueError("var")
    except ValueError as e:
        raise e
attempt(var)
