# close() and GeneratorExit: cleanup, ignoring, raising other errors
def g(log):
    try:
        yield 1
        yield 2
    except GeneratorExit:
        log.append("exit")
        raise
    finally:
        log.append("finally")
log = []
it = g(log)
it.close()
print(log, list(it))
it = g(log)
next(it)
print(it.close(), log)
it.close()
print(log)
def ignores():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignoring")
            yield "bad"
            return
i = ignores()
next(i)
try:
    i.close()
except RuntimeError as e:
    print(e)
def returns():
    try:
        yield 1
    except GeneratorExit:
        return "value"
r = returns()
next(r)
print(r.close())
def raises():
    try:
        yield 1
    finally:
        raise ValueError("in cleanup")
r = raises()
next(r)
try:
    r.close()
except ValueError as e:
    print(e, repr(e.__context__))
def nested():
    try:
        yield from inner()
    finally:
        print("outer cleanup")
def inner():
    try:
        yield "i"
    finally:
        print("inner cleanup")
n = nested()
next(n)
n.close()
def with_cm():
    class CM:
        def __enter__(self): return self
        def __exit__(self, t, v, tb): print("exit with", t.__name__)
    with CM():
        yield
w = with_cm()
next(w)
w.close()
def exhausted():
    yield 1
e = exhausted()
list(e)
print(e.close())
try:
    raise GeneratorExit
except BaseException as x:
    print(type(x).__name__, isinstance(x, Exception))
def stop():
    yield 1
    try: yield 2
    except GeneratorExit: raise StopIteration("odd")
s = stop()
next(s), next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
