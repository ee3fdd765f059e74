# str(), __str__, subclass results, str of everything
class A:
    def __str__(self): return "A str"
class B:
    def __repr__(self): return "B repr"
class C(str):
    def __str__(self): return "C.__str__"
class D(str): pass
class E:
    def __str__(self): return D("d")
print(str(A()), str(B()), str(C("x")), "%s" % C("x"), f"{C('x')}", C("x") + "y", type(str(D("q"))).__name__, type(str(E())).__name__, D("q"), repr(D("q")), len(C("abc")), C("abc") == "abc", {C("k"): 1}["k"])
for bad in (5, None, b"x"):
    class F:
        def __str__(self): return bad
    for f in (str, lambda v: f"{v}", lambda v: "%s" % v, lambda v: "{}".format(v), print):
        try: f(F())
        except TypeError as e: print(e)
class G:
    def __str__(self): raise ValueError("str failed")
    def __repr__(self): raise KeyError("repr failed")
for f in (str, repr, lambda v: f"{v}", lambda v: str([v]), lambda v: "%r" % v, ascii):
    try: f(G())
    except Exception as e: print(type(e).__name__, e)
class H:
    def __repr__(self): return "é中"
print(ascii(H()), repr(H()), "%a" % H(), f"{H()!a}", [H()])
for m in ("upper", "strip", "lower", "title", "capitalize", "swapcase", "casefold", "expandtabs", "lstrip", "rstrip"):
    print(type(getattr(D("a"), m)()).__name__, end=" ")
print(type(D("a") + "b").__name__, type(D("a") * 1).__name__, type(D("a")[:]).__name__, type(D("a").replace("x", "y")).__name__, type(D("a").join(["b"])).__name__, type(D("a").center(1)).__name__, type(D("a").zfill(1)).__name__, type(D("a").format()).__name__, type(D("%s") % 1).__name__, type(str.__new__(D, "x")).__name__)
s = D("attr")
s.x = 1
print(s.x, s.__dict__, isinstance(s, str), type(s).__mro__[1].__name__)
print(str(5), str(1.0), str(None), str([1, "a"]), str((1,)), str({}), str(b"x"), str(int), str(...), str(range(3)), str(True), str(1j), str(Exception("e")), str(ValueError("a", "b")))
