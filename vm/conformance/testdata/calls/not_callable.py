# Calling what cannot be called
def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)
class NC:
    pass

class WithCall:
    def __call__(self, *a, **k):
        return "called", a, k

attempt(5)
attempt(None)
attempt("str")
attempt([1])
attempt(NC())
attempt(WithCall(), 1, k=2)
nc = NC()
nc.__call__ = lambda: "instance attribute is ignored"
attempt(nc)

class CallIsCallable:
    __call__ = WithCall()

attempt(CallIsCallable(), 3)

class CallNone:
    __call__ = None

attempt(CallNone())
print(callable(nc), callable(WithCall()), callable(CallNone()), callable(NC), callable(len), callable(5))
import math
attempt(math)
one, dots = 1, ...
attempt(lambda: NotImplemented())
attempt(lambda: one(2))
attempt(lambda: dots())
