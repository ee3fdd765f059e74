# The reflected method of a subclass on the right is tried first
class A:
    def __add__(self, o): return "A.add"
    def __radd__(self, o): return "A.radd"
    def __eq__(self, o): return "A.eq"
    def __lt__(self, o): return "A.lt"
    def __gt__(self, o): return "A.gt"
class B(A):
    def __radd__(self, o): return "B.radd"
    def __eq__(self, o): return "B.eq"
    def __gt__(self, o): return "B.gt"
class C(A): pass
class D(A):
    __radd__ = None
print(A() + B(), B() + A(), A() + C(), A() + A())
print(A() == B(), A() < B(), B() < A(), A() == C())
try:
    A() + D()
except TypeError as e:
    print(e)
class I(int):
    def __radd__(self, o): return "I.radd"
    def __rsub__(self, o): return "I.rsub"
    def __lt__(self, o): return "I.lt"
print(1 + I(2), 1 - I(2), I(2) + 1, 5 > I(3), I(1) < 2)
class L(list):
    def __radd__(self, o): return "L.radd"
print([1] + L([2]))
class S(str):
    def __rmod__(self, o): return "S.rmod"
    def __radd__(self, o): return "S.radd"
print("%s" % S("x"), "a" + S("b"))
class X:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return "X.radd"
try:
    X() + X()
except TypeError as e:
    print(e)
print(1 + X(), None + X(), [] + X())
class Y(X): pass
print(X() + Y())
