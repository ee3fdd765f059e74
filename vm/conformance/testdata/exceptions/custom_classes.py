# Own exception classes: __init__, __str__, extra attributes, hierarchies, pickling by args
class AppError(Exception):
    """Base."""
    code = 1
    def __init__(self, msg, **info):
        super().__init__(msg)
        self.info = info
class NotFound(AppError):
    code = 404
    def __str__(self): return f"{super().__str__()} (code {self.code})"
class Quiet(AppError):
    def __init__(self): pass
def attempt(e):
    try: raise e
    except AppError as x: print(type(x).__name__, "|", x, "|", x.args, getattr(x, "info", None), x.code, repr(x))
attempt(AppError("plain"))
attempt(NotFound("page", url="/x"))
attempt(Quiet())
attempt(AppError(5))
try: raise NotFound
except TypeError as e: print(e)
class Multi(Exception):
    def __init__(self, a, b): super().__init__(a, b); self.a = a
m = Multi(1, b=2)
print(m, m.args, m.a)
import copy
c = copy.copy(m)
print(c.args, c.a, type(c).__name__)
class Prop(Exception):
    @property
    def message(self): return self.args[0].upper()
try: raise Prop("loud")
except Prop as e: print(e.message)
class WithEq(Exception):
    def __eq__(self, o): return isinstance(o, WithEq) and self.args == o.args
    __hash__ = Exception.__hash__
print(WithEq(1) == WithEq(1), WithEq(1) == WithEq(2), ValueError(1) == ValueError(1), WithEq(1) in [WithEq(1)])
def handler(f):
    def inner(*a):
        try: return f(*a)
        except AppError as e: return f"handled {e.code}"
    return inner
@handler
def api(x):
    if x: raise NotFound("x")
    return "fine"
print(api(0), api(1))
class Group(ExceptionGroup):
    def __str__(self): return f"{len(self.exceptions)} errors: {self.message}"
print(Group("many", [ValueError(1), KeyError(2)]), issubclass(NotFound, Exception), NotFound.__mro__[1].__name__, AppError.__doc__)
err = AppError("kept", a=1)
for _ in range(2):
    try: raise err
    except AppError as e: e.info["seen"] = e.info.get("seen", 0) + 1
print(err.info, err.__traceback__ is not None)
