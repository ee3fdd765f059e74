# __cause__, __context__ and __suppress_context__: set, cleared, cycles
def chain(e):
    out = []
    while e is not None:
        out.append(type(e).__name__ + str(e.args) + ("!" if e.__suppress_context__ else ""))
        e = e.__cause__ or e.__context__
    return out
try:
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise KeyError(2)
    except KeyError as k:
        raise TypeError(3) from k
except TypeError as t:
    print(chain(t))
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError("hidden") from None
except RuntimeError as e:
    print(chain(e), repr(e.__context__), e.__cause__)
e = ValueError("x")
e.__cause__ = KeyError("c")
print(e.__suppress_context__, repr(e.__cause__))
e.__suppress_context__ = False
e.__cause__ = None
print(e.__suppress_context__)
for name, value in (("__cause__", 5), ("__context__", "x"), ("__traceback__", 5), ("args", 5), ("__suppress_context__", "yes")):
    try:
        setattr(e, name, value)
        print("set", name, getattr(e, name))
    except TypeError as err:
        print(err)
for name in ("__cause__", "__context__", "__traceback__", "args", "__suppress_context__"):
    try:
        delattr(e, name)
    except (TypeError, AttributeError) as err:
        print(type(err).__name__, err)
a, b = ValueError("a"), KeyError("b")
try:
    try:
        raise a
    except ValueError:
        try:
            raise b
        except KeyError:
            raise a
except ValueError as x:
    print(x is a, repr(x.__context__), repr(b.__context__))
def ctx_in_finally():
    try:
        raise ValueError("body")
    finally:
        raise KeyError("finally")
try:
    ctx_in_finally()
except KeyError as k:
    print(chain(k))
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): raise OSError("exit")
try:
    with CM():
        raise ValueError("body")
except OSError as o:
    print(chain(o))
try:
    raise e
except ValueError as same:
    print(same.__context__)
def gen():
    try:
        yield
    except ValueError:
        raise KeyError("in gen")
g = gen()
next(g)
try:
    g.throw(ValueError("thrown"))
except KeyError as k:
    print(chain(k))
