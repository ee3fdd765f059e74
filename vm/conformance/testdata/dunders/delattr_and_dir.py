# Attribute functions with odd names, deletion hooks, __dir__ errors, vars()
class C: pass
c = C()
setattr(c, "not an identifier", 1)
setattr(c, "", 2)
setattr(c, "class", 3)
print(c.__dict__, getattr(c, "class"), hasattr(c, ""))
def attempt(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)
attempt(getattr, c, 5)
attempt(getattr, c, None, 1)
attempt(setattr, c, 5, 1)
attempt(hasattr, c, 5)
attempt(delattr, c, 5)
attempt(delattr, c, "zzz")
attempt(getattr, c, "zzz")
attempt(getattr, c, "zzz", "dflt")
attempt(getattr, 5, "foo")
attempt(getattr, C, "foo")
attempt(getattr, None, "foo")
attempt(setattr, 5, "foo", 1)
attempt(setattr, None, "foo", 1)
attempt(setattr, [], "foo", 1)
attempt(setattr, "", "__class__", 1)
attempt(setattr, 5, "real", 1)
attempt(delattr, 5, "real")
attempt(setattr, [], "append", 1)
attempt(delattr, [], "append")
attempt(setattr, len, "x", 1)
attempt(vars, 5)
attempt(vars, c)
class BadDir:
    def __dir__(self): return 5
attempt(dir, BadDir())
class ListDir:
    def __dir__(self): return ("b", "a")
attempt(dir, ListDir())
class Mixed:
    def __dir__(self): return ["a", 1]
attempt(dir, Mixed())
import types
m = types.ModuleType("m", "doc")
m.x = 1
print(dir(m), m.__doc__, m.__name__, vars(m)["x"])
