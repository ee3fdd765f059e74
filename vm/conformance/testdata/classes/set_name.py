# __set_name__: when it is called, errors in it, and not on later assignment
class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name
    def __get__(self, obj, owner):
        return self if obj is None else obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, v):
        obj.__dict__[self.name] = v

class Model:
    b = Field()
    a = Field()
    same = a

m = Model()
m.a = 1
print(m.a, m.b, m.__dict__)
Model.later = Field()
print(hasattr(Model.later, "name"))
class Broken:
    def __set_name__(self, owner, name):
        raise ValueError("no " + name)
try:
    class Bad:
        x = Broken()
except RuntimeError as e:
    print(e, "|", repr(e.__cause__))
class WrongArity:
    def __set_name__(self, owner): pass
try:
    class Bad2:
        y = WrongArity()
except RuntimeError as e:
    print(e, "|", repr(e.__cause__))
T = type("T", (), {"f": Field()})
class Meta(type):
    def __new__(mcs, name, bases, ns):
        print("before")
        cls = super().__new__(mcs, name, bases, ns)
        print("after")
        return cls
class UsesMeta(metaclass=Meta):
    f = Field()
