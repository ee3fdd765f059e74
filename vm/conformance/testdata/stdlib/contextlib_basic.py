import contextlib, io, sys
from contextlib import *

def show(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)

@contextmanager
def tag(name):
    print('open', name)
    try:
        yield name.upper()
    except KeyError as e:
        print('caught', e)
    finally:
        print('close', name)
with tag('a') as t:
    print('in', t)
with tag('b'):
    raise KeyError('k')
def other():
    with tag('c'):
        raise ValueError('v')
show(other)
@tag('deco')
def f(x): return x + 1
print(f(1), f(2))
@contextmanager
def noyield():
    if False: yield
show(lambda: noyield().__enter__())
@contextmanager
def two():
    yield 1
    yield 2
def usetwo():
    with two(): pass
show(usetwo)
@contextmanager
def swallow_stop():
    yield
def raisestop():
    with swallow_stop():
        raise StopIteration('x')
show(raisestop)

with suppress(KeyError, IndexError):
    {}['x']
print('after')
def sup():
    with suppress(KeyError):
        1 / 0
show(sup)
class Thing:
    def close(self): print('closed')
with closing(Thing()) as th:
    print(type(th).__name__)
buf = io.StringIO()
with redirect_stdout(buf):
    print('hidden')
print(repr(buf.getvalue()))
with nullcontext(5) as n:
    print(n)
with ExitStack() as st:
    st.callback(print, 'cb', 1)
    st.enter_context(tag('s1'))
    st.push(lambda *exc: print('exit', exc[0]))
    print('body')
def chain():
    with ExitStack() as st:
        def bad(*a): raise ValueError('from exit')
        st.push(bad)
        raise KeyError('body')
try:
    chain()
except ValueError as e:
    print(repr(e), repr(e.__context__))
with ExitStack() as st:
    st.push(lambda *a: True)
    raise RuntimeError('gone')
st2 = ExitStack()
st2.callback(print, 'later')
moved = st2.pop_all()
st2.close()
moved.close()
show(lambda: ExitStack().enter_context(5))
class CM(AbstractContextManager):
    def __exit__(self, *a): return None
print(isinstance(CM(), AbstractContextManager), issubclass(type(tag('z')), ContextDecorator))
class Up(ContextDecorator):
    def __enter__(self): print('+'); return self
    def __exit__(self, *a): print('-')
@Up()
def g(): print('g')
g()
