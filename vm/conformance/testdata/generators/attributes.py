# Generator attributes: gi_frame, gi_running, gi_code, gi_yieldfrom, names, inspect states
import inspect
def g(a, b=2):
    yield a
    yield from sub()
def sub():
    yield "s"
    yield it.gi_running
it = g(1)
print(it.__name__, it.__qualname__, it.gi_code is g.__code__, it.gi_running, it.gi_yieldfrom, it.gi_suspended)
print(inspect.getgeneratorstate(it), inspect.getgeneratorlocals(it))
next(it)
print(inspect.getgeneratorstate(it), it.gi_suspended, sorted(it.gi_frame.f_locals))
next(it)
print(it.gi_yieldfrom.__name__, it.gi_yieldfrom.gi_code.co_name)
print(next(it), list(it))
print(it.gi_frame, it.gi_running, inspect.getgeneratorstate(it), it.gi_yieldfrom)
it.__name__ = "renamed"
it.__qualname__ = "q.renamed"
print(it.__name__, repr(it).split(" at ")[0])
for name, v in (("__name__", 5), ("gi_code", 1), ("gi_running", 1), ("other", 1)):
    try:
        setattr(it, name, v)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    type(it)()
except TypeError as e:
    print(e)
class C:
    def m(self): yield
print(C().m().__qualname__, (x for x in ()).__qualname__, (lambda: (yield))().__name__)
print(inspect.isgenerator(it), inspect.isgeneratorfunction(g), inspect.isgeneratorfunction(sub().__next__))
print(g.__code__.co_flags & 0x20, sub.__code__.co_flags & 0x20, attributes if False else "")
try:
    class G(type(it)): pass
except TypeError as e:
    print(e)
