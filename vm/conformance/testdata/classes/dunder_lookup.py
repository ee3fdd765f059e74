# Special methods are looked up on the type, not the instance
class C:
    def __len__(self): return 1
c = C()
c.__len__ = lambda: 99
print(len(c), c.__len__())
c.__str__ = lambda: "instance"
c.__add__ = lambda o: "added"
print(str(c) == "instance")
try:
    c + 1
except TypeError as e:
    print(e)
C.__add__ = lambda self, o: ("type", o)
print(c + 1)
del C.__len__
try:
    len(c)
except TypeError as e:
    print(e)
C.__call__ = lambda self, *a: ("called", a)
print(c(1), callable(c))
class Hash:
    def __eq__(self, o): return True
print(Hash.__hash__)
try:
    hash(Hash())
except TypeError as e:
    print(e)
class Desc:
    def __get__(self, obj, owner): return lambda *a: ("from descriptor", a)
class D:
    __len__ = lambda self: 7
    __getitem__ = Desc()
    __contains__ = None
    __iter__ = None
print(D()[3], len(D()))
try:
    1 in D()
except TypeError as e:
    print(e)
try:
    iter(D())
except TypeError as e:
    print(e)
try:
    a, b = D()
except TypeError as e:
    print(e)
class Attr:
    def __getattribute__(self, n):
        print("getattribute", n)
        return super().__getattribute__(n)
    def __len__(self): return 3
a = Attr()
print(len(a))
print(a.__len__())
