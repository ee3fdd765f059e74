# next() and send() called on generators, and loops with two targets over them
import traceback


def count(n):
    for i in range(n):
        got = yield i
        if got is not None:
            print("got", got)
    return "done"


g = count(2)
print(next(g), g.send("x"))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value, e.args)
try:
    next(g)
except StopIteration as e:
    print("stop", e.value, e.args)
print(next(g, "default"))
h = count(1)
print(next(h, "d"), next(h, "d"), next(h, "d"))
try:
    count(1).send(1)
except TypeError as e:
    print(e)


def inner():
    yield 1
    raise KeyError("inside")


def relay():
    it = inner()
    yield next(it)
    yield next(it)


r = relay()
print(next(r))
try:
    next(r)
except KeyError:
    traceback.print_exc()


def leaks():
    yield next(iter(()))


try:
    next(leaks())
except RuntimeError as e:
    print(repr(e), repr(e.__cause__))


def itself():
    yield next(me)


me = itself()
try:
    next(me)
except ValueError as e:
    print(e)


def pairs(bad):
    yield 1, 2
    yield [3, 4]
    yield bad
    yield 5, 6


def two(bad):
    out = []
    try:
        for a, b in pairs(bad):
            out.append((a, b))
    except (TypeError, ValueError) as e:
        print(out, e)
    else:
        print(out)
    return [x * y for x, y in pairs("ab") if x == 1]


print(two("xy"), two("xyz"), two("x"), two(7))


def handled():
    try:
        1 / 0
    except ZeroDivisionError:
        import sys
        yield sys.exc_info()[0]
        yield sys.exc_info()[0]


try:
    raise OSError
except OSError:
    import sys
    k = handled()
    print(next(k), sys.exc_info()[0], next(k), sys.exc_info()[0])
    print(next(k, "end"), sys.exc_info()[0])
print(sys.exc_info())


def deep(n):
    if n:
        a = (n, [n], {n: n})
        x = yield n
        for v in deep(n - 1):
            y = yield v
            assert a == (n, [n], {n: n}) and (x, y) == (None, None)


print(sum(deep(60)))
mid = (x for x in "abc")
bound = mid.__next__
print(next(mid), bound(), list(map(mid.send, [None])), next(mid, None), mid.gi_frame)
