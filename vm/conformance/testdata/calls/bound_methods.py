# Bound methods: identity, equality, attributes, storing and calling
class C:
    """C"""
    def m(self, x=1):
        "doc m"
        return self, x
    def __repr__(self):
        return "<C>"
    def __eq__(self, o):
        return True
    def __hash__(self):
        return 1

c, d = C(), C()
b = c.m
print(b(5), b.__self__ is c, b.__func__ is C.m, b.__name__, b.__doc__)
print(c.m == c.m, c.m is c.m, c.m == d.m, hash(c.m) == hash(c.m))
print(repr(b), type(b).__name__)
try:
    b.attr = 1
except AttributeError as e:
    print(e)
C.m.attr = "via function"
print(b.attr)
c.m = lambda x: ("instance", x)
print(c.m(3))
del c.m
print(c.m(4))

import types
def f(self, y):
    return repr(self), y
bound = types.MethodType(f, 10)
print(bound(2), bound.__self__)
try:
    types.MethodType(5, 1)
except TypeError as e:
    print(e)
try:
    types.MethodType(f, None)
except TypeError as e:
    print(e)
print([].append.__name__, [].append.__self__, "".join.__qualname__, type([].append).__name__)
print(str.upper("abc"), list.__len__([1, 2]), type(str.upper).__name__, type(list.__len__).__name__)
append = [].append
append(1)
print(append.__self__)
x = [1]
print(x.append == x.append, x.append == [1].append)
