# Errors: reentrancy, StopIteration inside becomes RuntimeError, send to fresh, yield outside function
def re():
    try:
        next(me)
    except ValueError as e:
        print(e)
    try:
        me.send(None)
    except ValueError as e:
        print(e)
    try:
        me.close()
    except ValueError as e:
        print(e)
    try:
        me.throw(KeyError)
    except ValueError as e:
        print(e)
    yield "done"
me = re()
print(next(me))
def stops():
    yield 1
    raise StopIteration("inside")
s = stops()
next(s)
try:
    next(s)
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__))
def leak():
    it = iter([1])
    while True:
        yield next(it)
try:
    list(leak())
except RuntimeError as e:
    print(e, type(e.__cause__).__name__)
try:
    list(next(iter([])) for _ in range(3))
except RuntimeError as e:
    print(e)
try:
    [next(iter([])) for _ in range(3)]
except StopIteration as e:
    print("StopIteration passes through a list comprehension")
for code in ("yield 1", "class C:\n  yield 1", "[(yield 1) for x in y]", "def f():\n  [(yield 1) for x in y]", "lambda: (yield)", "def f(x=(yield)): pass", "def f(): return (yield)", "def f(): yield = 1", "def f():\n await x", "async def f():\n yield from x", "(yield from x for x in y)"):
    try:
        compile(code, "<c>", "exec")
        print("ok", repr(code))
    except SyntaxError as e:
        print(e.msg)
def finished():
    yield
f = finished()
next(f)
try: next(f)
except StopIteration: pass
try: f.send(5)
except StopIteration as e: print("stop", e.value)
def raises():
    yield 1
    1 / 0
r = raises()
next(r)
try: next(r)
except ZeroDivisionError as e: print(e)
print(list(r), r.gi_frame)
