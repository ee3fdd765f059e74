# Data and non-data descriptors: precedence and arguments
class Data:
    def __get__(self, obj, owner):
        return ("get", obj is not None, owner.__name__)
    def __set__(self, obj, value):
        print("set", value)
    def __delete__(self, obj):
        print("delete")

class NonData:
    def __get__(self, obj, owner=None):
        return "nondata"

class SetOnly:
    def __set__(self, obj, value):
        obj.__dict__["so"] = value * 2

class C:
    d = Data()
    n = NonData()
    so = SetOnly()

c = C()
print(c.d, C.d)
c.d = 5
del c.d
c.__dict__["d"] = "hidden"
print(c.d)
print(c.n)
c.n = "instance wins"
print(c.n)
del c.n
print(c.n, C.n)
print(type(c.so).__name__)
c.so = 21
print(c.so)
try:
    del c.so
except AttributeError as e:
    print(e)
C.d = "replaced on the class"
print(C.d, c.d)
class OnInstance: pass
o = OnInstance()
o.d = Data()
print(type(o.d).__name__)
class Meta(type):
    md = Data()
    mn = NonData()
class M(metaclass=Meta):
    mn = "class attr"
print(M.md, M.mn)
M.md = 1
try:
    M().md
except AttributeError as e:
    print(e)
def func(self): return self
print(func.__get__(7)() , func.__get__(None, int) is func)
class Raises:
    def __get__(self, o, t): raise AttributeError("inner")
class R:
    r = Raises()
    def __getattr__(self, name): return "fallback " + name
print(R().r)
print(Data.__get__(Data(), None, C))
