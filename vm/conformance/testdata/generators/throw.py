# throw(): into running, unstarted and finished generators; handled and not
def g():
    while True:
        try:
            x = yield "ready"
            print("got", x)
        except ValueError as e:
            print("caught", e)
            yield "handled"
        finally:
            print("finally")
it = g()
print(next(it))
print(it.throw(ValueError("v")))
print(next(it))
try:
    it.throw(KeyError("k"))
except KeyError as e:
    print("out", e)
try:
    next(it)
except StopIteration:
    print("finished")
def simple():
    yield 1
for args in ((ValueError,), (ValueError("inst"),), (ValueError, "arg"), (ValueError, ("a", "b")), (ValueError, ValueError("x")), (5,), ("x",), (), (ValueError("a"), "b"), (int,), (ValueError, 1, 2)):
    try:
        simple().throw(*args)
    except Exception as e:
        print(type(e).__name__, e.args)
done = simple()
list(done)
try:
    done.throw(OSError("after end"))
except OSError as e:
    print(e)
fresh = simple()
try:
    fresh.throw(OSError("before start"))
except OSError as e:
    print(e)
print(list(fresh))
def returns_on_throw():
    try:
        yield 1
    except ValueError:
        return "returned"
r = returns_on_throw()
next(r)
try:
    r.throw(ValueError)
except StopIteration as e:
    print(e.value)
def context():
    try:
        yield
    except ValueError as e:
        print(repr(e.__context__))
        raise KeyError("new")
c = context()
next(c)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        c.throw(ValueError("during"))
except KeyError as e:
    print(repr(e), repr(e.__context__))
def swallow():
    for i in range(3):
        try: yield i
        except Exception as e: print("swallowed", repr(e))
s = swallow()
print(next(s), s.throw(ValueError), s.throw(KeyError(1)))
