# The order of attribute lookup: data descriptor, instance, non-data descriptor, class, __getattr__
log = []
class DD:
    def __get__(s, o, t): log.append("data"); return "data"
    def __set__(s, o, v): log.append("dset")
class ND:
    def __get__(s, o, t): log.append("nondata"); return "nondata"
class Base:
    inherited = "base"
    both = ND()
class C(Base):
    d = DD()
    n = ND()
    plain = "class"
    both = DD()
    def __getattr__(self, name): log.append("getattr"); return "dyn"
c = C()
c.__dict__.update(d="i", n="i", plain="i", both="i", inst="i")
print(c.d, c.n, c.plain, c.both, c.inst, c.inherited, c.nothing)
print(log)
class Meta(type):
    attr = "meta"
    over = DD()
    md = ND()
class K(metaclass=Meta):
    attr = "class"
    over = "class"
    md = "class md"
print(K.attr, K.over, K.md, hasattr(K(), "nope"))
log.clear()
K.over = 5
print(log)
class P:
    x = property(lambda self: "prop")
p = P()
p.__dict__["x"] = "shadowed?"
print(p.x)
P.x = ND()
print(p.x)
P.x = 5
print(p.x)
del P.x
print(p.x)
class Q:
    def f(self): return "method"
q = Q()
q.f = lambda: "instance function"
print(q.f(), Q.f(q))
del q.f
print(q.f())
