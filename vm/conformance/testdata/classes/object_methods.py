# Methods of object: __repr__, __str__, __format__, __eq__, __ne__, __dir__, __sizeof__, __reduce_ex__ presence
o = object()
print(repr(o).startswith("<object object at 0x"), str(o) == repr(o), o == o, o != o, o == object(), bool(o))
print(o.__eq__(o), o.__eq__(1), o.__ne__(o), o.__ne__(1), o.__lt__(1), o.__hash__() == hash(o))
print(format(o) == str(o))
def attempt(fn):
    try:
        print(fn())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: format(o, "x"))
attempt(lambda: o.x)
attempt(lambda: setattr(o, "x", 1))
attempt(lambda: o < o)
attempt(lambda: o + 1)
attempt(lambda: o())
attempt(lambda: o[0])
attempt(lambda: len(o))
attempt(lambda: iter(o))
attempt(lambda: 1 in o)
attempt(lambda: hash([]))
attempt(lambda: int(o))
attempt(lambda: vars(o))
class C:
    def __repr__(self): return "R"
print(str(C()), f"{C()}", format(C(), ""), "%s %r" % (C(), C()), [C()], {1: C()}, (C(),))
class S:
    def __str__(self): return "S"
    def __repr__(self): return "RS"
print(S(), repr(S()), [S()], f"{S()} {S()!r}")
class Bad:
    def __repr__(self): return 5
    def __str__(self): return b"x"
attempt(lambda: repr(Bad()))
attempt(lambda: str(Bad()))
attempt(lambda: "%s" % Bad())
print([n for n in dir(object()) if n in ("__init__", "__eq__", "__dir__", "__reduce_ex__", "__class__")])
class D:
    z = 1
    def __init__(self): self.a = 1
    def __dir__(self): return ["c", "b"]
print(dir(D()), D().__dir__(), [n for n in dir(D) if not n.startswith("__")])
print(object.__doc__[:10], object.__name__, object.__bases__, object.__base__)
