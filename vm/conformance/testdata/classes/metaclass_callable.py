# A metaclass need not be a type: functions as metaclass, __prepare__ returning other mappings
def func_meta(name, bases, ns, **kw):
    print("called", name, bases, kw, sorted(k for k in ns if not k.startswith("__")))
    return "not a class"

class X(metaclass=func_meta, extra=1):
    a = 1

print(X)
class Recorder(dict):
    def __init__(self): self.order = []
    def __setitem__(self, k, v):
        self.order.append(k)
        super().__setitem__(k, v)

class Ordered(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Recorder()
    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, dict(ns))
        cls.order = [k for k in ns.order if not k.startswith("__")]
        return cls

class O(metaclass=Ordered):
    z = 1
    a = 2
    def m(self): pass
    z = 3
print(O.order, O.z)
class Multi(dict):
    def __missing__(self, key):
        if key.startswith("__"): raise KeyError(key)
        return key.upper()
class Auto(type):
    def __prepare__(name, bases): return Multi()
class Names(metaclass=Auto):
    first = foo
    second = bar
print(Names.first, Names.second)
class BadPrepare(type):
    def __prepare__(name, bases): return 5
try:
    class Q(metaclass=BadPrepare): pass
except TypeError as e:
    print(e)
try:
    class R(metaclass=5): pass
except TypeError as e:
    print(e)
try:
    class M(type):
        def __new__(m, n, b, ns): return super().__new__(m, n, b)
    class S(metaclass=M): pass
except TypeError as e:
    print(type(e).__name__)
class M4(type):
    def __new__(m, n, b, ns):
        if "__classcell__" in ns: del ns["__classcell__"]
        return super().__new__(m, n, b, ns)
try:
    class T(metaclass=M4):
        def f(self): return __class__
except RuntimeError as e:
    print(e)
