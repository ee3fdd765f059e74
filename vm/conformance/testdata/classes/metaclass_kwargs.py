# Class keywords through metaclass __new__/__init__/__prepare__ and __init_subclass__ together
log = []
class M(type):
    @classmethod
    def __prepare__(mcs, name, bases, /, **kw):
        log.append(("prepare", name, kw))
        return {}
    def __new__(mcs, name, bases, ns, /, opt=0, **kw):
        log.append(("new", name, opt, kw))
        return super().__new__(mcs, name, bases, ns, **kw)
    def __init__(cls, name, bases, ns, /, opt=0, **kw):
        log.append(("init", name, opt, kw))
        super().__init__(name, bases, ns)
class Base(metaclass=M):
    def __init_subclass__(cls, /, tag="none", **kw):
        log.append(("subclass", cls.__name__, tag, kw))
        super().__init_subclass__(**kw)
class A(Base, opt=5, tag="t"): pass
class B(A, tag="u"): pass
try:
    class C(A, bogus=1): pass
except TypeError as e: log.append(str(e))
kw = {"opt": 7, "tag": "star"}
class D(*(A,), **kw): pass
for l in log: print(l)
print(type(D) is M, D.__mro__[1].__name__)
N = M("N", (Base,), {"x": 1}, opt=9, tag="call")
print(log[-4:], N.x)
class E(Base, metaclass=M, opt=1): pass
print([t.__name__ for t in Base.__subclasses__()])
