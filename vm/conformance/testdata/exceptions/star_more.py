# except*: raising inside clauses, nested groups, return values of split, mixed naked exceptions
def show(e, d=0):
    if isinstance(e, BaseExceptionGroup):
        print("  " * d + f"{type(e).__name__} {e.message!r}")
        for x in e.exceptions: show(x, d + 1)
    else: print("  " * d + repr(e))
def run(f):
    try: f()
    except BaseException as e: show(e)
    else: print("no exception")
EG = ExceptionGroup
def a():
    try: raise EG("g", [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError("from clause")
def b():
    try: raise EG("g", [ValueError(1), TypeError(2)])
    except* ValueError as e: raise e
def c():
    try: raise EG("g", [ValueError(1), EG("n", [TypeError(2), ValueError(3)])])
    except* TypeError: pass
def d():
    try: raise EG("g", [ValueError(1)])
    except* ValueError: raise
def e():
    try: raise EG("g", [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError(1)
    except* TypeError: raise IndexError(2)
def f():
    try: raise EG("g", [ValueError(1)])
    except* (ValueError, TypeError) as e:
        print("handled", e.exceptions)
        raise EG("new", [OSError(5)]) from e
def g():
    try: raise ValueError("naked")
    except* ValueError as e: raise
def h():
    try: raise KeyboardInterrupt
    except* ValueError: pass
def i():
    try: raise BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1)])
    except* ValueError as e: print(type(e).__name__)
def j():
    for n in range(2):
        try:
            if n: raise EG("g", [ValueError(n)])
        except* ValueError as e: print("loop", n)
        else: print("else", n)
        finally: print("finally", n)
def k():
    try:
        try: raise EG("inner", [KeyError(1), ValueError(2)])
        except* KeyError: print("inner handled")
    except* ValueError as e: print("outer handled", e.exceptions)
for fn in (a, b, c, d, e, f, g, h, i, j, k):
    print(fn.__name__)
    run(fn)
