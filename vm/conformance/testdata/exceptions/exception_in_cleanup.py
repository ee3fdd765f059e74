# Exceptions raised in __exit__, finally, except, __del__-free cleanup: which one wins and its context
class CM:
    def __init__(self, e=None): self.e = e
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        if self.e: raise self.e
def run(f):
    try: f()
    except Exception as e:
        out = []
        while e: out.append(repr(e)); e = e.__context__
        print(" <- ".join(out))
    else: print("fine")
def a():
    with CM(ValueError(1)): raise KeyError(2)
def b():
    with CM(ValueError(1)), CM(TypeError(3)): raise KeyError(2)
def c():
    with CM(ValueError(1)): pass
def d():
    try: raise KeyError(1)
    except KeyError: raise ValueError(2)
    finally: raise TypeError(3)
def e():
    try:
        try: raise KeyError(1)
        finally: raise ValueError(2)
    except ValueError: raise TypeError(3)
def f():
    for i in range(3):
        try: raise KeyError(i)
        except KeyError:
            if i == 2: raise ValueError(i)
def g():
    e = KeyError("same")
    try: raise e
    except KeyError as x:
        try: raise ValueError("other")
        except ValueError: raise x
def h():
    try: raise KeyError(1)
    except KeyError as e: raise e from ValueError("cause")
def i():
    try: raise KeyError(1)
    except KeyError: pass
    raise ValueError("no context after the handler")
def j():
    def helper(): raise ValueError("in helper")
    try: raise KeyError(1)
    except KeyError: helper()
for fn in (a, b, c, d, e, f, g, h, i, j): run(fn)
