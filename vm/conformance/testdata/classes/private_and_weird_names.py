# Attributes with odd names, dunder-like names, keywords through getattr, __dict__ order
class A:
    __slots__ = ()
class B:
    def __init__(self):
        self._a, self.__b, self.__c__, self.d_ = 1, 2, 3, 4
b = B()
print(b.__dict__, list(vars(b)), hasattr(b, "__b"), b._B__b, b.__c__)
setattr(b, "class", "kw")
setattr(b, "1", "digit")
setattr(b, "a b", "space")
setattr(b, "é", "uni")
print(getattr(b, "class"), getattr(b, "1"), getattr(b, "a b"), b.é, len(vars(b)))
for n in ("class", "1", "a b"): delattr(b, n)
print(list(vars(b)))
b.x, b.y = 1, 2
del b.x
b.x = 3
print(list(vars(b))[-2:])
class C:
    a = 1
    exec("b = 2")
    locals()["c"] = 3
    for d in range(2): pass
print([n for n in vars(C) if not n.startswith("__")])
try: setattr(A(), "x", 1)
except AttributeError as e: print(e)
try: setattr(b, 1, 2)
except TypeError as e: print(e)
class _P:
    __x = 1
    def get(self): return self.__x
class __Q:
    __x = 2
    def get(self): return self.__x
print(_P().get(), __Q().get(), "_P__x" in vars(_P), "_Q__x" in vars(__Q))
class S(str): pass
setattr(b, S("sub"), 5)
print(b.sub)
many = type("Many", (), {})()
for i in range(300): setattr(many, f"a{i}", i)
print(len(vars(many)), many.a0, many.a299, sum(vars(many).values()))
for i in range(0, 300, 2): delattr(many, f"a{i}")
print(len(vars(many)), hasattr(many, "a0"), many.a1, list(vars(many))[:3])
