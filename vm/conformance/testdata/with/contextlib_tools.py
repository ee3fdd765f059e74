# contextlib: ExitStack, suppress, nullcontext, redirect_stdout, closing, ContextDecorator
from contextlib import ExitStack, suppress, nullcontext, redirect_stdout, ContextDecorator, AbstractContextManager, chdir
import io
with suppress(KeyError, IndexError):
    {}["x"]
print("after suppress")
try:
    with suppress(KeyError): 1 / 0
except ZeroDivisionError as e: print(e)
with nullcontext(5) as v: print(v)
buf = io.StringIO()
with redirect_stdout(buf):
    print("captured")
    with redirect_stdout(io.StringIO()): print("inner")
    print("again")
print(repr(buf.getvalue()))
class CM:
    def __init__(self, n): self.n = n
    def __enter__(self):
        print("enter", self.n)
        return self
    def __exit__(self, t, *a): print("exit", self.n, t and t.__name__)
with ExitStack() as st:
    cms = [st.enter_context(CM(i)) for i in range(3)]
    st.callback(print, "callback", 1, sep="-")
    st.push(lambda *a: print("pushed", a[0]))
    print("body")
try:
    with ExitStack() as st:
        st.enter_context(CM("a"))
        st.push(lambda t, v, tb: print("sees", t.__name__) or True)
        raise ValueError("swallowed")
    print("went on")
    with ExitStack() as st:
        st.callback(lambda: 1 / 0)
        raise KeyError("first")
except ZeroDivisionError as e: print(repr(e), repr(e.__context__))
with ExitStack() as st:
    st.enter_context(CM("moved"))
    keep = st.pop_all()
print("still open")
keep.close()
try:
    with ExitStack() as st: st.enter_context(5)
except TypeError as e: print(e)
class Deco(ContextDecorator):
    def __enter__(self): print("[", end="")
    def __exit__(self, *a): print("]")
@Deco()
def f(x): print(x, end="")
f(1)
f(2)
class A(AbstractContextManager):
    def __exit__(self, *a): print("A exit")
with A() as a: print(type(a).__name__)
@ExitStack().callback
def cb(): pass
print(cb.__name__)
s = suppress(ValueError)
for _ in range(2):
    with s: raise ValueError
with suppress(): print("nothing to suppress")
