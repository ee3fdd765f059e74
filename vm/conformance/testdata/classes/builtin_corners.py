# corners of builtin types and of inheriting from them
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class L(list):
    def __init__(self, seq, newarg=None): super().__init__(seq); self.newarg=newarg
t(lambda: (L([1,2], newarg=3), L([1],newarg=3).newarg))
class F(float):
    def __init__(self, x, newarg=None): self.newarg=newarg
t(lambda: F(1.5, newarg=3).newarg)
class F2(float):
    def __new__(cls, x, newarg=None): return super().__new__(cls, x)
t(lambda: F2(1.5, newarg=3))
class F3(float): pass
t(lambda: F3(x=1))
import _operator, operator
t(lambda: _operator.add(1,2)); t(lambda: operator.add.__module__); t(lambda: operator.or_ is _operator.or_)
class S(str): pass
t(lambda: type(ascii(S('a'))) ); t(lambda: type(repr(S('a')))); t(lambda: type(str(S('a'))));t(lambda: 'abc'.__getnewargs__()); t(lambda: type(format(S('a'))))
import sys
t(lambda: 'é'*sys.maxsize); t(lambda: 'e'*sys.maxsize);t(lambda: '€'*(sys.maxsize//2)); t(lambda: b'a'*sys.maxsize);
def imul(x):
    x*=sys.maxsize
t(lambda: imul([0]*65)); t(lambda: [0]*sys.maxsize); t(lambda: (0,)*sys.maxsize);  t(lambda: imul([0])); 
class A:
    @classmethod
    def foo(cls): return ('foo', cls)
class B:
    bar = classmethod(A().foo)
t(lambda: B.bar())
class C:
    @classmethod
    @property
    def x(cls): return 'x of '+cls.__name__
t(lambda: C.x)
t(lambda: print >>sys.stderr)
t(lambda: print >>3)
class D:
    __slots__=('a','__weakref__')
t(lambda: D.__weakref__); t(lambda: D().__weakref__); t(lambda: A.__weakref__); t(lambda: A().__weakref__); t(lambda: A.__dict__['__weakref__']); t(lambda: sorted(A.__dict__)); t(lambda: D.__dict__['__dict__'])
t(lambda: A.__dict__['__dict__'])
t(lambda: sorted(D.__dict__))
def f(): pass
def d():
    del f.__dict__
t(d)
def d(): f.__dict__=[]
t(d)
t(lambda: type(f.__builtins__))
t(lambda: bool.__new__(int))
t(lambda: type(bool.__new__(bool,3)))
t(lambda: memoryview(bytearray(3)).__setitem__((0,),b''))
class X:
    def __set_name__(self, o, n): 1/0
try:
    class Y: a=X()
except RuntimeError as e: print(e, repr(e.__cause__))
t(lambda: property().__set_name__())
t(lambda: (10).__class__)
t(lambda: property(doc=3).__doc__)
class P:
    @property
    def p(self): "docp"
class SP(property): __slots__=()
t(lambda: SP(P.p.fget).__doc__)
class SP2(property): pass
t(lambda: SP2(P.p.fget).__doc__)
import itertools
c=itertools.cycle('abc'); next(c)
t(lambda: c.__setstate__(()))
t(lambda: BlockingIOError('a','b').characters_written); 
t(lambda: BlockingIOError('a','b',3).characters_written)
class SubOS(OSError):
    def __init__(self, bar): self.bar=bar
t(lambda: (SubOS('baz').args, SubOS('x').bar))
class SubOS2(OSError):
    def __new__(cls, baz): self=super().__new__(cls,'some message'); self.baz=baz; return self
t(lambda: (SubOS2('baz').args, SubOS2(baz='k').baz))
class SubOS3(OSError):
    def __init__(self, bar): self.bar=bar; super().__init__('some message')
t(lambda: SubOS3('baz').args)
e=ImportError('test', name='somename', path='somepath'); e.__init__('test2'); t(lambda: (e.name,e.path,e.msg))
import types
t(lambda: types.TracebackType(None, sys._getframe(), 1, 1).tb_lineno)
m=types.ModuleType('foo'); m.__loader__=3; t(lambda: m); m.__file__='/x'; t(lambda: m); m=types.ModuleType.__new__(types.ModuleType); t(lambda: m)
import array
t(lambda: sys._getframe().__repr__()[:10])
class Meta(type):
    def mro(cls): return __class__.__mro__
t(lambda: Meta)
t(lambda: type.__new__(type,'x',(),{'__qualname__':3}))
class Q:
    __slots__=['__classcell__'] if 0 else ['x']
