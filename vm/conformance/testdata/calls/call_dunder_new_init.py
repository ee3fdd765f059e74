# type.__call__: __new__ and __init__ argument passing and return checks
class A:
    def __new__(cls, *args, **kw):
        print("new", args, kw)
        return super().__new__(cls)
    def __init__(self, *args, **kw):
        print("init", args, kw)

A(1, k=2)

class B:
    def __new__(cls, x):
        return x
    def __init__(self, x):
        print("not called")

print(B(5))

class C:
    def __init__(self):
        return 5

try:
    C()
except TypeError as e:
    print(e)

class D:
    def __new__(cls, x):
        return object.__new__(cls)

for args in ((), (1,), (1, 2)):
    try:
        print(type(D(*args)).__name__)
    except TypeError as e:
        print(e)

class E: pass
class F:
    def __init__(self, x): pass
class G:
    def __new__(cls, x): return object.__new__(cls, x)
for make in (lambda: E(1), lambda: E(a=1), lambda: F(), lambda: object.__new__(F, 1, 2), lambda: object.__new__(E, 1),
             lambda: G(1), lambda: object.__new__(), lambda: object.__new__(5), lambda: object.__new__(int),
             lambda: int.__new__(str), lambda: object().__init__(1), lambda: E().__init__(3), lambda: F(1).__init__(2)):
    try:
        print(type(make()).__name__)
    except TypeError as e:
        print(e)

class Singleton:
    inst = None
    def __new__(cls):
        if cls.inst is None:
            cls.inst = super().__new__(cls)
        return cls.inst
    def __init__(self):
        print("init again")

print(Singleton() is Singleton())
