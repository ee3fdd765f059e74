# Wrong __slots__ declarations
def define(name, bases=(), **ns):
    try:
        cls = type(name, bases, ns)
        print("ok", name, sorted(n for n in cls.__dict__ if not n.startswith("__")))
    except Exception as e:
        print(type(e).__name__, e)

define("A", __slots__=("x",), x=1)
define("B", __slots__=("not valid",))
define("C", __slots__=(1,))
define("D", __slots__=("__dict__", "__dict__"))
define("E", __slots__=("__weakref__", "__weakref__"))
define("F", (int,), __slots__=("x",))
define("G", (tuple,), __slots__=("x",))
define("H", (tuple,), __slots__=())
define("I", __slots__=5)
define("J", __slots__=["a", "b"])
define("K", __slots__=("_K__private", "__mangled"))
define("L", __slots__=("a", "a"))
class P:
    __slots__ = ("__secret",)
    def __init__(self): self.__secret = 1
print([n for n in P.__dict__ if "secret" in n], P()._P__secret)
class Base: pass
define("M", (Base,), __slots__=("__dict__",))
define("N", (Base,), __slots__=("__weakref__",))
define("O", (list,), __slots__=("x",))
define("", ())
define("Q", (type(None),))
class Q(int):
    __slots__ = ()
try:
    Q(5).x = 1
except AttributeError as e:
    print(e)
