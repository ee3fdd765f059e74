# C3 linearisation, including diamonds, and the errors for impossible orders
class O: pass
class A(O): pass
class B(O): pass
class C(A, B): pass
class D(B): pass
class E(C, D): pass

def names(cls):
    return [c.__name__ for c in cls.__mro__]

print(names(C), names(E))
class X: pass
class Y: pass
class XY(X, Y): pass
class YX(Y, X): pass
try:
    class Z(XY, YX): pass
except TypeError as e:
    print(e)
try:
    class W(O, A): pass
except TypeError as e:
    print(e)
try:
    class V(A, A): pass
except TypeError as e:
    print(e)
try:
    class U(object, A): pass
except TypeError as e:
    print(e)
class K1(A): pass
class K2(B): pass
class K3(K1, K2): pass
class K4(K2): pass
class K5(K3, K4): pass
print(names(K5), names(type), names(bool))
print(E.mro() == list(E.__mro__), E.__bases__ == (C, D), E.__base__.__name__)
class M(type):
    def mro(cls):
        return [cls, O, object] if cls.__name__ == "Odd" else super().mro()
class Odd(metaclass=M): pass
print(names(Odd))
try:
    class BadMro(metaclass=type("M2", (type,), {"mro": lambda cls: [1]})): pass
except TypeError as e:
    print(e)
