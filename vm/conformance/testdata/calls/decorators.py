# Decorators: order, arguments, on classes, on methods, any expression
def deco(tag):
    print("make", tag)
    def apply(f):
        print("apply", tag, getattr(f, "__name__", f))
        return f
    return apply

@deco("outer")
@deco("inner")
def f(x=print("defaults")):
    return "f"

print(f())

@deco("class")
class C:
    print("body")
    @deco("method")
    def m(self): return "m"
    @staticmethod
    @deco("static")
    def s(): return "s"
    @property
    def p(self): return "p"

c = C()
print(c.m(), c.s(), c.p)

@(lambda f: f.__name__.upper())
def replaced(): pass

print(replaced)

decos = [lambda f: (f, 0), lambda f: (f, 1)]

@decos[1]
def indexed(): pass

print(indexed[1])

@len
@list
@str
@(lambda f: "four")
def counted(): pass

print(counted)

class Counter:
    def __init__(self, fn):
        self.fn, self.n = fn, 0
    def __call__(self, *a):
        self.n += 1
        return self.fn(*a)

@Counter
def add(a, b): return a + b

print(add(1, 2), add(3, 4), add.n)
try:
    @5
    def broken(): pass
except TypeError as e:
    print(e)
