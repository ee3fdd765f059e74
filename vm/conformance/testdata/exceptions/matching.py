# except clauses: order, tuples, expressions, subclass rules, bad clauses
class A(Exception): pass
class B(A): pass
class C(Exception): pass
def which(exc, *handlers):
    try:
        raise exc
    except B: return "B"
    except (C, KeyError): return "C or KeyError"
    except A: return "A"
    except Exception: return "Exception"
    except: return "bare"
print(which(A()), which(B()), which(C()), which(KeyError()), which(IndexError()), which(SystemExit()), which(KeyboardInterrupt()))
def dynamic(types):
    try:
        raise KeyError("k")
    except types:
        return "caught"
for t in (KeyError, (ValueError, KeyError), LookupError, (ValueError, (KeyError,)), (), ValueError, 5, "KeyError", (int,), (KeyError, 5), (5, KeyError), [KeyError], int, None):
    try:
        print(dynamic(t))
    except Exception as e:
        print(type(e).__name__, e)
def never_evaluated():
    try:
        pass
    except undefined_name:
        pass
    return "fine"
print(never_evaluated())
def order():
    def c(t):
        print("check", t.__name__)
        return t
    try:
        raise ValueError
    except c(KeyError): pass
    except c(ValueError): print("got it")
    except c(TypeError): pass
order()
class Meta(type):
    def __instancecheck__(cls, o): return True
    def __subclasscheck__(cls, o): return True
class Any(Exception, metaclass=Meta): pass
try:
    try:
        raise ValueError("not fooled")
    except Any:
        print("fooled")
except ValueError as e:
    print(e)
