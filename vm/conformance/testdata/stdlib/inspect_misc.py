import inspect, sys
from inspect import *

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

class Base:
    """Base doc.

        indented
    """
    attr = 1
    def meth(self):
        "meth doc"
    @property
    def prop(self): return 1
    @classmethod
    def cm(cls): pass
    @staticmethod
    def sm(): pass
class Derived(Base):
    def meth(self): pass

def gen(): yield
async def coro(): pass
async def agen(): yield
print(isfunction(gen), ismethod(Base().meth), isclass(Base), ismodule(sys), isbuiltin(len), isgeneratorfunction(gen), isgenerator(gen()), iscoroutinefunction(coro), isasyncgenfunction(agen), isroutine(len), isabstract(Base))
c = coro()
print(iscoroutine(c), isawaitable(c), getcoroutinestate(c))
c.close()
print(getcoroutinestate(c))
g = gen()
print(getgeneratorstate(g)); next(g); print(getgeneratorstate(g)); g.close(); print(getgeneratorstate(g))
print(isdatadescriptor(Base.__dict__['prop']), ismethoddescriptor(str.join), isframe(currentframe()), iscode(gen.__code__), istraceback(5))
print(getdoc(Base), '|', getdoc(Derived.meth), '|', cleandoc('  a\n    b\n      c\n  '), '|', getdoc(5) is not None)
print([n for n, v in getmembers(Base, isfunction)], [n for n, v in getmembers(Base()) if not n.startswith('__')])
print(getmro(Derived), [c.__name__ for c in getmro(bool)])
print([(a.name, a.kind) for a in classify_class_attrs(Base) if not a.name.startswith('__')])
def outer(a, b=2, *args, **kw):
    f = currentframe()
    return getargvalues(f)
print(outer(1, 2, 3, k=4)[:3], outer(1).locals['b'])
def wrapped(): pass
def w2(): pass
w2.__wrapped__ = wrapped
print(unwrap(w2) is wrapped)
w3 = lambda: 0
w3.__wrapped__ = w3
try:
    unwrap(w3)
except ValueError as e:
    print(str(e)[:28])
class Dyn:
    def __getattr__(self, n): return 'dynamic'
    @property
    def p(self): raise RuntimeError
print(getattr_static(Dyn(), 'p').__class__.__name__, getattr_static(Dyn(), 'nothing', 'default'))
show(lambda: getattr_static(Dyn(), 'nothing'))
x = 5
def clos():
    def inner(): return x, y, len, undefined
    y = 1
    return inner
cv = getclosurevars(clos())
print(cv.nonlocals, cv.globals, list(cv.builtins), cv.unbound)
# a comment before
def sourced(a):
    # inside
    if a:
        return [a,
                1]

    return '''x
y'''
# after
print(getsource(sourced), end='')
print(repr(getcomments(sourced)))
print(getsource(Derived), end='')
lam = lambda q: q + 1
print(getsource(lam), end='')
print(getsourcelines(gen)[1] == gen.__code__.co_firstlineno, getsourcefile(gen) == __file__)
class Deco:
    @property
    def p(self):
        return 1
    class Inner:
        z = 1
print(getsource(Deco.Inner), end='')
print(getsource(Deco.p.fget), end='')
show(lambda: getsource(len))
show(lambda: getfile(5))
def who(): return stack()[1].function, stack()[0].function
def asks(): return who()
print(asks())
fi = getframeinfo(currentframe())
print(fi.function, fi.code_context[0].strip())
print(getmodulename('/a/b/mod.py'), indentsize('  \tx'))
