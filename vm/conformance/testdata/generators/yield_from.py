# yield from: delegation of next, send, throw, close; return values; non-generators
def inner():
    print("inner start")
    try:
        while True:
            x = yield "inner"
            print("inner got", x)
            if x == "stop": return "inner result"
    except ValueError as e:
        print("inner caught", e)
        yield "recovered"
        return "after recovery"
    finally:
        print("inner finally")
def outer():
    r = yield from inner()
    print("outer got", r)
    r = yield from inner()
    print("outer got", r)
    return "end"
o = outer()
print(next(o), o.send(1), o.send("stop"))
print(o.throw(ValueError("v")))
try:
    next(o)
except StopIteration as e:
    print(e.value)
def iterables():
    yield from [1, 2]
    yield from "ab"
    yield from range(2)
    yield from {"k": 1}
    yield from (i for i in (7, 8))
    r = yield from ()
    yield r
print(list(iterables()))
def send_to_list():
    yield from [1, 2, 3]
s = send_to_list()
next(s)
try:
    s.send("x")
except AttributeError as e:
    print(e)
t = send_to_list()
next(t)
try:
    t.throw(KeyError("thrown"))
except KeyError as e:
    print(e)
def bad():
    yield from 5
try:
    next(bad())
except TypeError as e:
    print(e)
class Custom:
    def __iter__(self): return self
    def __next__(self): return "next"
    def send(self, v): return ("send", v)
    def throw(self, *a): return ("throw", a[0] if isinstance(a[0], type) else type(a[0]))
    def close(self): print("closed")
def deleg():
    yield from Custom()
d = deleg()
print(next(d), d.send(None), d.send(5), d.throw(ValueError), d.throw(KeyError("x")))
d.close()
def deep(n):
    if n: return (yield from deep(n - 1)) + 1
    yield "bottom"
    return 0
g = deep(100)
print(next(g))
try:
    next(g)
except StopIteration as e:
    print(e.value)
class Raises:
    def __iter__(self): return self
    def __next__(self): raise StopIteration("val")
def getval():
    return (yield from Raises())
try: next(getval())
except StopIteration as e: print(e.value)
