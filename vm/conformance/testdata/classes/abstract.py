# Abstract base classes: abstract methods, properties, registration, subclass hooks
from abc import ABC, ABCMeta, abstractmethod

class Shape(ABC):
    @abstractmethod
    def area(self): return "base area"
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    def concrete(self): return "concrete"

def attempt(fn):
    try:
        print(fn())
    except TypeError as e:
        print(e)
attempt(Shape)
class Half(Shape):
    def area(self): return super().area() + " half"
attempt(Half)
class One(Half):
    name = "one"
attempt(One)
class Full(One):
    @classmethod
    def make(cls): return cls()
f = Full.make()
print(f.area(), f.name, f.concrete(), sorted(Shape.__abstractmethods__), Full.__abstractmethods__)
class Reg(metaclass=ABCMeta): pass
@Reg.register
class Other: pass
print(isinstance(Other(), Reg), issubclass(Other, Reg), Reg in Other.__mro__, isinstance(5, Reg))
Reg.register(int)
print(isinstance(5, Reg), issubclass(bool, Reg))
class Sized(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Sized:
            return any("__len__" in B.__dict__ for B in C.__mro__)
        return NotImplemented
class L:
    def __len__(self): return 0
print(issubclass(L, Sized), isinstance([], Sized), isinstance(5, Sized))
try:
    Reg.register(5)
except TypeError as e:
    print(e)
class Static(ABC):
    @staticmethod
    @abstractmethod
    def s(): ...
attempt(Static)
print(Shape.area.__isabstractmethod__, Shape.name.__isabstractmethod__)
