# abc: abstract methods, register, __subclasshook__, caches; the classes of collections.abc
import abc, collections.abc as ca
def t(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
class A(abc.ABC):
    @abc.abstractmethod
    def f(self): pass
    @property
    @abc.abstractmethod
    def g(self): pass
t(A)
class B(A):
    def f(self): return 1
t(B); print(A.__abstractmethods__ == {'f', 'g'}, B.__abstractmethods__)
class Cc(B): g = 3
print(Cc().f(), isinstance(Cc(), A), issubclass(Cc, A), issubclass(int, A))
A.register(int); print(issubclass(int, A), isinstance(3, A), issubclass(bool, A), isinstance('x', A)); t(A.register, 3); t(A.register, A); t(issubclass, 3, A)
class X(abc.ABC): pass
class Y(X): pass
t(Y.register, X); tok = abc.get_cache_token(); X.register(str); print(abc.get_cache_token() - tok, isinstance('', X), isinstance('', Y))
class H(abc.ABC):
    @classmethod
    def __subclasshook__(cls, c):
        if hasattr(c, 'quack'): return True
        return NotImplemented
class Duck: quack = 1
print(isinstance(Duck(), H), isinstance(3, H), issubclass(Duck, H))
class Bad(abc.ABC):
    @classmethod
    def __subclasshook__(cls, c): return 5
t(issubclass, int, Bad)
for x in ([], (), {}, set(), '', b'', 3, iter([]), (i for i in ()), range(3), print, object(), 1.5, memoryview(b'')):
    print(type(x).__name__, [n for n in ('Hashable', 'Iterable', 'Iterator', 'Sized', 'Container', 'Collection', 'Sequence', 'MutableSequence', 'Set', 'MutableSet', 'Mapping', 'MutableMapping', 'Callable', 'Generator', 'Reversible', 'ByteString') if isinstance(x, getattr(ca, n))])
class Sq(ca.Sequence):
    def __len__(self): return 2
    def __getitem__(self, i): return (10, 20)[i]
match Sq():
    case [a, b]: print('seq', a, b)
class Reg: 
    def __len__(self): return 1
    def __getitem__(self, i): return 'z' if i == 0 else [][0]
ca.Sequence.register(Reg)
match Reg():
    case [a]: print('seq', a)
    case _: print('no')
class Proxy:
    @property
    def __class__(self): return int
print(isinstance(Proxy(), A)); A._dump_registry() if 0 else None
class K(abc.ABC): 
    x = 1
K.newattr = 3; print(isinstance(3, K), isinstance(K(), K)); 
class Z: pass
print(isinstance(Z(), K)); K.register(Z); print(isinstance(Z(), K)); Z.attr = 1; print(isinstance(Z(), K))
