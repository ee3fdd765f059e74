# Class variables and instance variables: shadowing, mutation, deletion, +=
class C:
    n = 0
    items = []
    def inc(self): self.n += 1
    @classmethod
    def cinc(cls): cls.n += 10
a, b = C(), C()
a.inc(); a.inc()
print(a.n, b.n, C.n, a.__dict__, b.__dict__)
C.cinc()
print(a.n, b.n, C.n)
a.items.append(1)
print(b.items, C.items is a.items)
a.items = ["own"]
print(b.items, a.items)
a.items += ["more"]
b.items += ["shared"]
print(C.items, b.__dict__)
del a.n
print(a.n)
try: del a.n
except AttributeError as e: print(e)
class D(C): pass
D.n = 99
print(C.n, D.n, D().n)
D.cinc()
print(C.n, D.n)
del D.n
print(D.n)
C.late = "added"
print(a.late, D.late, D().late)
C.method = lambda self: ("method", self is a)
print(a.method())
a.func = lambda: "no self"
print(a.func())
class Counter:
    count = 0
    def __init__(self):
        Counter.count += 1
        self.id = self.count
print([Counter().id for _ in range(3)], Counter.count)
class E:
    x = [i for i in range(3)]
    y = {i: i for i in x}
    z = lambda self: self.x
    a, (b, *c) = 1, (2, 3, 4)
    d = e = 5
print(E.x, E.y, E().z(), E.a, E.b, E.c, E.d, E.e)
