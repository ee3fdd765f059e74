# A generator that returns before any yield; values of nested returns
def g():
    return 5
    yield
try: next(g())
except StopIteration as e: print(e.value, e.args)
def h():
    x = yield from g()
    print("x", x)
    return x + 1
    yield
try: next(h())
except StopIteration as e: print(e.value)
def k(flag):
    if flag: return "early"
    yield 1
    return "late"
def drain(gen):
    out = []
    while True:
        try: out.append(next(gen))
        except StopIteration as e: return out, e.value
print(drain(k(True)), drain(k(False)), drain(iter([])) if False else "")
def tup(): 
    yield 1
    return (1, 2)
print(drain(tup()))
def exc():
    yield 1
    return ValueError("as a value")
print(repr(drain(exc())[1]))
def none(): yield
print(drain(none()))
def outer():
    a = yield from tup()
    b = yield from none()
    c = yield from exc()
    return a, b, type(c).__name__
print(drain(outer()))
