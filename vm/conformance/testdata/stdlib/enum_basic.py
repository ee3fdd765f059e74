from enum import *
import copy

def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
print(list(Color), Color.RED, repr(Color.RED), Color(2), Color['BLUE'], Color.CRIMSON is Color.RED)
print(Color.RED.name, Color.RED.value, len(Color), Color.RED in Color, list(Color.__members__), list(reversed(Color)))
print(Color.RED == 1, Color.RED != Color.BLUE, hash(Color.RED) == hash('RED'), f'{Color.RED}', f'{Color.RED:>12}', str(Color.RED), bool(Color.RED))
show(lambda: Color(9))
show(lambda: Color['X'])
show(lambda: Color.RED < Color.BLUE)
show(lambda: setattr(Color, 'RED', 5))
show(lambda: delattr(Color, 'RED'))
show(lambda: Color.RED.nothing)
show(lambda: setattr(Color.RED, 'value', 3))
def extend():
    class More(Color): X = 9
show(extend)
def dup():
    class Dup(Enum):
        A = 1
        A = 2
show(dup)
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy(Color.RED) is Color.RED, {Color.RED: 'r'}[Color.RED])

class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def gravity(self):
        return round(6.67300E-11 * self.mass / (self.radius * self.radius), 3)
    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda p: p.mass)
print(Planet.EARTH.gravity, Planet.EARTH.value, Planet.heaviest().name)

class A(Enum):
    ONE = auto()
    TWO = auto()
    TEN = 10
    NEXT = auto()
print([(m.name, m.value) for m in A])
class L(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower() + str(count)
    X = auto()
    Y = auto()
print([m.value for m in L])
class Missing(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value):
        if value == 'a': return cls.A
        return None
print(Missing('a'))
show(lambda: Missing('b'))
print(Enum('Animal', 'CAT DOG').DOG, list(Enum('N', {'p': 5, 'q': 6})), list(Enum('S', ['a', 'b'], start=0)))
@unique
class U(Enum):
    A = 1
def notuniq():
    @unique
    class V(Enum):
        A = 1
        B = 1
show(notuniq)
match Color.RED:
    case Color.GREEN: print('g')
    case Color.RED: print('r')
class New(Enum):
    def __new__(cls, code, text):
        o = object.__new__(cls)
        o._value_ = code
        o.text = text
        return o
    OK = 200, 'fine'
    BAD = 400, 'wrong'
print(New(200).text, New.BAD.value)
class WithNon(Enum):
    A = 1
    B = nonmember(2)
    @member
    def C(self): return 5
    def method(self): return self.name
print(list(WithNon.__members__), WithNon.B, WithNon.A.method())
class Same(Enum):
    name_ = 1
    value_ = 2
    lst = [1, 2]
print(Same.lst, Same([1, 2]))
