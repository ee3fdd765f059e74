# Errors of * and ** in calls: not iterable, not a mapping, duplicate and non-string keys
def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

def f(*args, **kw):
    return args, kw

attempt(lambda: f(*5))
attempt(lambda: f(*None))
attempt(lambda: f(1, *5))
attempt(lambda: f(**5))
attempt(lambda: f(**[1]))
attempt(lambda: f(a=1, **5))
attempt(lambda: f(**{"a": 1}, **{"a": 2}))
attempt(lambda: f(a=1, **{"a": 2}))
attempt(lambda: f(**{1: 2}))
attempt(lambda: f(a=1, **{1: 2}))
attempt(lambda: len(*5))
attempt(lambda: print(**{"sep": "", 3: 4}))

class NoKeys:
    pass

class BadKeys:
    def keys(self):
        return 5

class Raises:
    def keys(self):
        raise ValueError("from keys")

class IterRaises:
    def __iter__(self):
        raise RuntimeError("from iter")

attempt(lambda: f(**NoKeys()))
attempt(lambda: f(**BadKeys()))
attempt(lambda: f(**Raises()))
attempt(lambda: f(*IterRaises()))

class O:
    def method(self): pass

attempt(lambda: O().method(*1))
attempt(lambda: O(**{"a": 1}, **{"a": 1}))
