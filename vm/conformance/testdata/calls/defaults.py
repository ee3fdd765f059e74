# Defaults: evaluated once, at definition, in the defining scope; mutable defaults are shared
n = 1
def f(a=n):
    return a
n = 2
print(f(), f(5))

def acc(x, items=[]):
    items.append(x)
    return items

print(acc(1), acc(2), acc(3, []))
print(acc.__defaults__)

def order(tag):
    print("default", tag)
    return tag

def g(a=order("a"), *, b=order("b"), c: order("ann") = order("c")):
    return a, b, c

print(g(), g.__defaults__, g.__kwdefaults__)
g.__defaults__ = (10,)
g.__kwdefaults__ = {"b": 20, "c": 30}
print(g())
g.__kwdefaults__["b"] = 21
print(g())
g.__defaults__ = None
try:
    g()
except TypeError as e:
    print(e)
try:
    g.__defaults__ = [1]
except TypeError as e:
    print(e)
try:
    g.__kwdefaults__ = (1,)
except TypeError as e:
    print(e)

class C:
    k = 5
    def m(self, v=k):
        return v

C.k = 6
print(C().m())
sentinel = object()
def h(x=sentinel):
    return x is sentinel
print(h(), h(None))
