# Traceback objects: tb_lineno, tb_frame, tb_next, tb_lasti presence, walking, editing
import sys, types
def f():
    g()
def g():
    raise ValueError("deep")
try:
    f()
except ValueError as e:
    tb = e.__traceback__
    names = []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
        tb = tb.tb_next
    print(names[1:], names[0][0])
    print(sys.exc_info()[0] is ValueError, sys.exc_info()[1] is e, sys.exc_info()[2] is e.__traceback__)
print(sys.exc_info())
try:
    try:
        f()
    except ValueError as e:
        first = e
        raise
except ValueError as e:
    print(e is first, e.__traceback__.tb_next.tb_frame.f_code.co_name)
def depth(e):
    n, tb = 0, e.__traceback__
    while tb: n, tb = n + 1, tb.tb_next
    return n
def reraise():
    try:
        f()
    except ValueError as e:
        raise e
try:
    reraise()
except ValueError as e:
    print(depth(e))
    e.__traceback__ = None
    print(depth(e))
try:
    raise first
except ValueError as e:
    print(depth(e))
try:
    raise first.with_traceback(None)
except ValueError as e:
    print(depth(e))
tb = e2 = None
try:
    1 / 0
except ZeroDivisionError as e:
    tb = e.__traceback__
    try:
        tb.tb_next = tb
    except ValueError as err:
        print(err)
    tb.tb_next = None
    print(tb.tb_next, type(tb).__name__, isinstance(tb, types.TracebackType), sorted(n for n in dir(tb) if n.startswith("tb")))
def nested_info():
    try:
        raise KeyError("a")
    except KeyError:
        try:
            raise ValueError("b")
        except ValueError:
            inner = sys.exc_info()[0].__name__
        outer = sys.exc_info()[0].__name__
    return inner, outer, sys.exc_info()[0]
print(nested_info())
print(sys.exception())
