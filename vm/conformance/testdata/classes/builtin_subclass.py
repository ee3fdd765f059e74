# Subclassing builtin types: extra attributes, inherited operations, result types
class MyInt(int):
    def __add__(self, o): return MyInt(int(self) + int(o) + 1000)
    def __repr__(self): return f"MyInt({int(self)})"
a = MyInt(5)
a.note = "attr"
print(a + 1, a - 1, type(a - 1).__name__, a.note, 1 + a, -a, type(-a).__name__, a == 5, hash(a) == hash(5))
class MyStr(str):
    def __new__(cls, v, extra):
        self = super().__new__(cls, v)
        self.extra = extra
        return self
    def upper(self): return "custom " + super().upper()
s = MyStr("hello", 42)
print(s.extra, s.upper(), s + "!", type(s + "!").__name__, s[1:], type(s[1:]).__name__, type(s.strip()).__name__, type(str(s)).__name__)
class MyList(list):
    def __init__(self, *a):
        super().__init__(a)
        self.tag = "t"
l = MyList(3, 1, 2)
l.sort()
print(l, l.tag, type(l[:]).__name__, type(l + [1]).__name__, l == [1, 2, 3], type(l.copy()).__name__)
class MyDict(dict):
    def __missing__(self, k): return f"missing {k}"
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
d = MyDict(a=1)
d["b"] = 2
d.update(c=3)
print(d, d["zz"], d.get("zz"), "zz" in d, type(d.copy()).__name__)
class MyTuple(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
t = MyTuple(1, 2)
print(t, t.first, type(t + t).__name__, hash(t) == hash((1, 2)), t == (1, 2))
class MyFloat(float): pass
class MySet(set): pass
class MyFS(frozenset): pass
class MyBytes(bytes): pass
class MyBA(bytearray): pass
print(MyFloat(1.5) * 2, MySet([1]) | {1}, type(MySet() | set()).__name__, type(MyFS([1]) & {1}).__name__, MyBytes(b"x") + b"y", MyBA(b"q"))
class MyExc(KeyError): pass
print(repr(MyExc("k")), str(MyExc("k")))
class MyComplex(complex): pass
print(MyComplex(1, 2), type(MyComplex(1) + 1).__name__)
class MyType(type): pass
print(MyType("Z", (), {}), type(MyType("Z", (), {})).__name__)
print(isinstance(True, int), MyInt(3).bit_length(), int(MyInt(7)), type(int(MyInt(7))).__name__, sorted([MyInt(2), MyInt(1)]))
