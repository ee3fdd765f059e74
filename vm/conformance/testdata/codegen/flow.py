# Leaving blocks early, in every combination that has its own code.
def trace(name):
    print(name, end=" ")
    return name


def ret_finally(n):
    for i in range(3):
        try:
            trace(f"try{i}")
            if n == 0:
                return trace("ret")
            if n == 1:
                continue
            if n == 2:
                break
            if n == 3:
                raise ValueError(i)
            if n == 4:
                1 / 0
        except ValueError as e:
            trace(f"exc {e}")
            if i == 1:
                return e.args
            continue
        else:
            trace("else")
        finally:
            trace("fin")
            if n == 5 and i == 1:
                return "from finally"
            if n == 6 and i == 1:
                break
            if n == 7:
                continue
    else:
        trace("loop-else")
    return "end"


def nested(n):
    try:
        try:
            try:
                if n == 0:
                    return trace("a")
                if n == 1:
                    raise KeyError("k")
                if n == 2:
                    raise ValueError("v")
            finally:
                trace("f1")
                if n == 3:
                    raise IndexError("f1")
        except KeyError as e:
            trace(f"key {e}")
            raise RuntimeError("again") from e
        finally:
            trace("f2")
    except Exception as e:
        trace(f"outer {type(e).__name__} {e} ctx={type(e.__context__).__name__} cause={type(e.__cause__).__name__}")
        return "handled"
    finally:
        trace("f3")
    return "end"


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def value_list():
    x = [1]
    try:
        return x
    finally:
        x.append(2)


def override():
    try:
        raise ValueError
    finally:
        return "swallowed"


def name_gone():
    e = "before"
    try:
        raise ValueError("x")
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as err:
        return str(err)


def name_kept_in_loop():
    out = []
    for i in range(3):
        try:
            if i:
                raise ValueError(i)
        except ValueError as e:
            out.append(e.args)
            continue
        try:
            e
        except NameError as n:
            out.append(type(n).__name__)
    return out


def del_in_handler():
    try:
        raise ValueError
    except ValueError as e:
        del e
    return "fine"


class CM:
    def __init__(self, n, swallow=False):
        self.n, self.swallow = n, swallow

    def __enter__(self):
        trace(f"enter{self.n}")
        return self.n

    def __exit__(self, t, v, tb):
        trace(f"exit{self.n}:{t.__name__ if t else None}")
        return self.swallow


def withs(n):
    for i in range(2):
        with CM(1, n == 9) as a, CM(2) as b:
            trace(f"body{a}{b}")
            if n == 0:
                return trace("r")
            if n == 1:
                break
            if n == 2:
                continue
            if n == 9:
                1 / 0
            with CM(3):
                if n == 3:
                    return [a, b]
                if n == 4:
                    continue
        trace("after")
    return "end"


def with_finally():
    try:
        with CM(1):
            try:
                return trace("v")
            finally:
                trace("inner")
    finally:
        trace("outer")


def loops():
    for i in range(5):
        for j in range(5):
            if j == i:
                break
            if j == 1:
                continue
            if i == 4:
                return i, j
        else:
            continue
        if i == 2:
            continue
    while True:
        try:
            break
        finally:
            trace("w")
    n = 0
    while n < 3:
        n += 1
        if n == 2:
            continue
        trace(n)
    else:
        trace("else")
    while n:
        n -= 1
        while True:
            if n:
                break
            return "x"


def handled_stack():
    import sys
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            raise KeyError
        except KeyError:
            trace(sys.exc_info()[0].__name__)
        trace(sys.exc_info()[0].__name__)
        for i in range(1):
            try:
                raise IndexError
            except IndexError:
                continue
        trace(sys.exc_info()[0].__name__)
        try:
            raise
        except ZeroDivisionError as e:
            trace(repr(e))
    trace(sys.exc_info()[0])


def star(n):
    try:
        if n == 0:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [ValueError(3), KeyError(4)])])
        if n == 1:
            raise ValueError("bare")
        if n == 2:
            raise OSError("unmatched")
    except* ValueError as e:
        trace(f"V{e.exceptions!r}")
        if n == 3:
            raise RuntimeError
    except* TypeError as e:
        trace(f"T{e.exceptions!r}")
        raise IndexError("new")
    except* KeyError:
        trace("K")
    else:
        trace("else")
    finally:
        trace("fin")
    return "end"


def generator(n):
    try:
        with CM("g"):
            x = yield 1
            trace(f"got {x}")
            try:
                yield 2
            except ValueError as e:
                trace(f"in gen {e}")
                yield 3
    finally:
        trace("gen fin")
        if n:
            yield "from finally"


def dead(x):
    if 0:
        y = 1
    while 0:
        z = 2
    if x:
        return 1
        print("never")
    else:
        return 2
    return y


def unbound(n):
    if n:
        a = 1
    for b in range(n):
        c = b
    try:
        print(a, b, c)
    except UnboundLocalError as e:
        print(e)
    else:
        del a
        try:
            a
        except UnboundLocalError as e:
            print(e)
    try:
        while True:
            if n == 0:
                d = 1
            break
        print(d)
    except NameError as e:
        print(e)
    for i in range(2):
        try:
            print(loopvar)
        except UnboundLocalError as e:
            print(e)
        loopvar = i
        del loopvar


def raise_in_finally(n):
    try:
        for a in n:
            pass
        else:
            try:
                return 5
            finally:
                raise KeyError
    finally:
        raise IndexError


for n in (1, (1,)):
    try:
        raise_in_finally(n)
    except IndexError as e:
        print(repr(e), repr(e.__context__))
for n in range(8):
    try:
        print("->", ret_finally(n))
    except Exception as e:
        print("!!", repr(e))
for n in range(5):
    print("->", nested(n))
print(value_kept(), value_list(), override(), name_gone(), name_kept_in_loop(), del_in_handler())
for n in (0, 1, 2, 3, 4, 5, 9):
    print("->", withs(n))
print("->", with_finally())
print("->", loops())
handled_stack()
print()
for n in range(4):
    try:
        print("->", star(n))
    except BaseException as e:
        print("!!", repr(e), repr(getattr(e, "exceptions", None)))
g = generator(0)
print(next(g), g.send("s"), g.throw(ValueError("t")), list(g))
g = generator(1)
print(next(g), next(g))
try:
    print(g.throw(KeyError("k")))
    print(next(g))
except KeyError as e:
    print("out", e)
g = generator(0)
next(g)
g.close()
print(dead(0), dead(1))
unbound(0)
unbound(2)
