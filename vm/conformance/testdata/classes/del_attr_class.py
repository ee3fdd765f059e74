# Changing classes at run time: adding, replacing and deleting methods seen by instances
class A:
    def f(self): return 1
class B(A): pass
b = B()
def calls():
    return b.f()
print([calls() for _ in range(3)])
A.f = lambda self: 2
print(calls())
B.f = lambda self: 3
print(calls())
del B.f
print(calls())
b.f = lambda: 4
print(calls())
del b.f
del A.f
try:
    calls()
except AttributeError as e:
    print(e)
A.__getattr__ = lambda self, n: lambda: "dyn " + n
print(calls())
del A.__getattr__
class Prop(A): pass
pr = Prop()
pr.v = 1
def read(o): return o.v
print([read(pr) for _ in range(3)])
Prop.v = property(lambda s: "property now")
print(read(pr))
del Prop.v
print(read(pr))
class C1:
    x = 1
class C2:
    x = 2
print([read2 for read2 in map(lambda o: o.x, [C1(), C2(), C1()])])
objs = [C1(), C2()]
for i in range(4):
    o = objs[i % 2]
    o.x += i
    print(o.x, end=" ")
print(C1.x, C2.x)
def add(a, b): return a + b
class V:
    def __add__(self, o): return "V add"
print(add(1, 2), add("a", "b"), add(V(), 1), add(1.5, 2), add([1], [2]))
V.__add__ = lambda s, o: "changed"
print(add(V(), 1))
