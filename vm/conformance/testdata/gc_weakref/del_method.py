# __del__ runs once after the last reference goes (with an explicit collection); resurrection; cycles
import gc
log = []
class D:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(self.n)
d = D("plain")
del d
gc.collect()
print(log)
a, b = D("a"), D("b")
a.other, b.other = b, a
del a, b
gc.collect()
print(sorted(log))
log.clear()
l = [D(i) for i in range(5)]
l.clear()
gc.collect()
print(sorted(log))
log.clear()
def f():
    x = D("local")
    return x.n
f()
gc.collect()
print(log)
keep = []
class R:
    def __del__(self):
        log.append("del")
        keep.append(self)
log.clear()
r = R()
del r
gc.collect()
print(log, len(keep), type(keep[0]).__name__)
x = D("rebinding")
log.clear()
x = None
gc.collect()
print(log)
class S(D):
    def __del__(self):
        super().__del__()
        log.append("sub")
log.clear()
s = S("base")
del s
gc.collect()
print(log)
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), type(gc.collect()).__name__, isinstance(gc.get_threshold(), tuple), D("direct").__del__() is None)
