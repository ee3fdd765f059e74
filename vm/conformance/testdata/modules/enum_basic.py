# enum: members, iteration, aliases, auto, functional API, errors
from enum import *
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def describe(self): return f"{self.name} is {self.value}"
    @classmethod
    def default(cls): return cls.GREEN
print(Color.RED, repr(Color.RED), Color(2), Color["BLUE"], Color.CRIMSON is Color.RED, list(Color), len(Color), Color.RED.name, Color.RED.value, Color.BLUE.describe(), Color.default(), Color.RED == 1, Color.RED != Color.BLUE, Color.RED in Color, hash(Color.RED) == hash("RED"), {Color.RED: 1}[Color.CRIMSON], isinstance(Color.RED, Color), type(Color.RED), Color.__members__, f"{Color.RED}", "%s" % Color.RED, list(reversed(Color)), bool(Color.RED), Color.RED.__class__, dir(Color.RED)[-3:] if False else "")
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: Color(9))
attempt(lambda: Color["PINK"])
attempt(lambda: Color.PINK)
attempt(lambda: setattr(Color, "RED", 5))
attempt(lambda: delattr(Color, "RED"))
attempt(lambda: setattr(Color.RED, "value", 5))
attempt(lambda: Color.RED < Color.BLUE)
attempt(lambda: Color())
attempt(lambda: type("Sub", (Color,), {}))
attempt(lambda: 1 in Color)
def dup():
    class D(Enum):
        A = 1
        A = 2
attempt(dup)
def uniq():
    @unique
    class D(Enum):
        A = 1
        B = 1
attempt(uniq)
class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
class Named(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    X = auto()
    Y = auto()
print([a.value for a in Auto], [n.value for n in Named])
Animal = Enum("Animal", "CAT DOG")
print(Animal.CAT, Animal(2), list(Enum("E", {"A": "x", "B": "y"})), list(Enum("F", ["P", "Q"], start=5)), Animal.__module__)
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def density(self): return round(self.mass / self.radius ** 3, 5)
print(Planet.EARTH.mass, Planet.MARS.density, Planet((0.64, 3.39)), Planet.EARTH)
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == "a" else None
print(Miss("a"))
attempt(lambda: Miss("b"))
class S(str, Enum):
    X = "ex"
    def __str__(self): return "S:" + self.value
class SE(StrEnum):
    ONE = auto()
    TWO = "two!"
print(S.X == "ex", S.X.upper(), str(S.X), repr(S.X), SE.ONE, SE.TWO + "x", f"{SE.ONE}", SE("one") is SE.ONE)
class WithMeth(Enum):
    A = 1
    _ignore_ = ["tmp"]
    tmp = 5
    def __eq__(self, o): return True
    __hash__ = Enum.__hash__
print(list(WithMeth)[0].name, hasattr(WithMeth, "tmp"))
import copy
print(copy.deepcopy(Color.RED) is Color.RED, Color.RED.RED if False else "")
