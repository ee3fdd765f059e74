# __class_getitem__ and subscripting classes
class G:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"
class H(G): pass
print(G[int], H["x", 1], G[1:2])
try:
    G()[1]
except TypeError as e:
    print(e)
class N: pass
for code in ("N[int]", "int[3]", "N()[0]", "len[0]", "N()[0:1]"):
    try:
        eval(code)
    except TypeError as e:
        print(e)
class M(type):
    def __getitem__(cls, k): return "meta wins"
class K(metaclass=M):
    def __class_getitem__(cls, k): return "loses"
print(K[0], type(G.__dict__["__class_getitem__"]).__name__)
class C:
    __class_getitem__ = classmethod(lambda cls, i: (cls.__name__, i))
print(C[5])
class D:
    __class_getitem__ = None
try:
    D[0]
except TypeError as e:
    print(e)
