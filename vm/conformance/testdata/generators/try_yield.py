# yield inside try/except/finally/with and loops: every way out
log = []
class CM:
    def __enter__(self): log.append("enter")
    def __exit__(self, t, v, tb): log.append(f"exit {t and t.__name__}")
def g(n):
    try:
        for i in range(n):
            with CM():
                try: x = yield i
                except KeyError as e: log.append(f"key {e}"); yield "recovered"
                else: log.append(f"got {x}")
                finally: log.append(f"fin {i}")
    except ValueError as e:
        log.append(f"value {e}")
        yield "after value"
    finally: log.append("outer fin")
    return "done"
def show(*r):
    print(*r, log)
    log.clear()
it = g(2)
show(next(it)); show(it.send("a"))
try: it.send("b")
except StopIteration as e: show(e.value)
it = g(3)
next(it)
show(it.throw(KeyError("k"))); show(next(it)); show(it.throw(ValueError("v")))
show(next(it, "end"))
it = g(3)
next(it)
it.close()
show("closed")
it = g(1)
show(list(it))
def inf():
    while True:
        try: yield
        except GeneratorExit: log.append("ge"); return
        except Exception as e: log.append(repr(e)); continue
        finally: log.append("f")
i = inf()
next(i)
i.throw(ValueError(1)); i.throw(TypeError)
i.close()
show("inf")
def two():
    try: yield 1
    finally:
        log.append("cleanup")
        yield "in finally"
        log.append("after")
t = two()
show(next(t), next(t), next(t, "end"))
t = two()
next(t)
try: t.close()
except RuntimeError as e: show(e)
def ret():
    try: yield 1
    finally: return "overrides"
r = ret()
next(r)
try: r.throw(ValueError)
except StopIteration as e: show(e.value)
def brk():
    while True:
        try: yield 1
        finally: break
    yield 2
b = brk()
next(b)
show(b.throw(KeyError), next(b, "end"))
