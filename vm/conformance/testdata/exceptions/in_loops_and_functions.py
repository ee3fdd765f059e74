# Exceptions through loops, comprehensions, generators, nested calls: state is restored
import sys
def f(n):
    if n == 3: raise ValueError(n)
    return n
out = []
for i in range(6):
    try:
        out.append(f(i))
    except ValueError as e:
        out.append(repr(e))
    finally:
        out.append("f")
print(out)
try:
    print([f(i) for i in range(5)])
except ValueError as e:
    print("comprehension", e)
def gen():
    for i in range(5): yield f(i)
got = []
try:
    for v in gen(): got.append(v)
except ValueError:
    print(got)
def cleanup_order():
    log = []
    def inner():
        try:
            try:
                raise KeyError(1)
            finally:
                log.append("a")
        finally:
            log.append("b")
    try:
        inner()
    except KeyError:
        log.append("caught")
    return log
print(cleanup_order())
def while_try():
    n = 0
    while True:
        try:
            n += 1
            if n < 3: raise ValueError
            break
        except ValueError:
            continue
    return n
print(while_try())
def state():
    try:
        raise ValueError("one")
    except ValueError:
        def inner():
            return repr(sys.exc_info()[1])
        a = inner()
        try:
            raise KeyError("two")
        except KeyError:
            b = inner()
        c = inner()
    return a, b, c, inner()
print(state())
def gen_state():
    try:
        yield repr(sys.exc_info()[1])
        raise KeyError("gen")
    except KeyError:
        yield repr(sys.exc_info()[1])
        yield repr(sys.exc_info()[1].__context__)
try:
    raise ValueError("outer")
except ValueError:
    print(list(gen_state()))
    print(sys.exc_info()[1])
def swallow_many():
    n = 0
    for i in range(1000):
        try:
            try: raise ValueError
            except ValueError: raise KeyError
        except KeyError: n += 1
    return n
print(swallow_many())
def return_in_except():
    for i in range(3):
        try: raise ValueError(i)
        except ValueError as e:
            if i == 1: return e.args
print(return_in_except(), sys.exc_info())
