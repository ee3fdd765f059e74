# A unary method that returns NotImplemented: the value stands, no error
class C:
    def __neg__(self): return NotImplemented
    def __pos__(self): return None
    def __invert__(self): return NotImplemented
    def __abs__(self): return NotImplemented
print(-C(), +C(), ~C(), abs(C()))
class D(C): pass
print(-D(), abs(D()))
class I(int):
    def __neg__(self): return "mine"
print(-I(5), +I(5), ~I(5), abs(I(-5)), type(+I(5)).__name__)
class N:
    __neg__ = None
    __abs__ = "not callable"
for f in (lambda: -N(), lambda: abs(N()), lambda: ~N(), lambda: +N()):
    try: print(f())
    except TypeError as e: print(e)
class P:
    @property
    def __neg__(self): return lambda: "from property"
    @staticmethod
    def __pos__(): return "static"
    @classmethod
    def __invert__(cls): return cls.__name__
print(-P(), +P(), ~P())
