from abc import ABC, ABCMeta, abstractmethod, update_abstractmethods, get_cache_token

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...

show(Shape)
class Half(Shape):
    def area(self): return 1
show(Half)
class Full(Half):
    name = 'full'
print(Full().area(), Full().name, sorted(Shape.__abstractmethods__), Full.__abstractmethods__)

class Drawable(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Drawable:
            return any('draw' in B.__dict__ for B in C.__mro__)
        return NotImplemented

class Pen:
    def draw(self): pass
print(issubclass(Pen, Drawable), isinstance(Pen(), Drawable), issubclass(int, Drawable))

class Number(metaclass=ABCMeta): pass
before = get_cache_token()
print(Number.register(int) is int, isinstance(3, Number), isinstance('3', Number), get_cache_token() != before)
show(lambda: Number.register(5))
class Sub(Number): pass
show(lambda: Sub.register(Number))
Number.register(str)
print(isinstance('3', Number))

class Base(ABC):
    @abstractmethod
    def run(self): ...
class Impl(Base): pass
show(Impl)
Impl.run = lambda self: 'ran'
update_abstractmethods(Impl)
print(Impl().run())

class K(ABC):
    @classmethod
    @abstractmethod
    def make(cls): ...
    @staticmethod
    @abstractmethod
    def helper(): ...
show(K)
class L(K):
    @classmethod
    def make(cls): return cls.__name__
    @staticmethod
    def helper(): return 'h'
print(L.make(), L().helper())
show(lambda: issubclass(3, Number))
