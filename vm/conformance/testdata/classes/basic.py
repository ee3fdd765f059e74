# Classes: attributes, instances, type(), names, docs and __dict__
class Point:
    """A point."""
    dims = 2
    def __init__(self, x, y=0):
        self.x = x
        self.y = y
    def dist(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

p = Point(3, 4)
print(p.dist(), p.__dict__, vars(p) is p.__dict__, p.dims, Point.__doc__)
print(type(p) is Point, p.__class__ is Point, isinstance(p, Point), Point.__name__, Point.__module__)
p.dims = 3
print(p.dims, Point.dims)
del p.dims
print(p.dims)
Point.dims = 5
print(p.dims)
Point.new_method = lambda self: self.x * 10
print(p.new_method())
p.__dict__["z"] = 9
print(p.z)
p.__dict__ = {"x": 0, "only": 1}
print(p.__dict__, hasattr(p, "y"))
try:
    p.__dict__ = 5
except TypeError as e:
    print(e)
try:
    p.missing
except AttributeError as e:
    print(e, e.name, e.obj is p)
try:
    Point.missing
except AttributeError as e:
    print(e)
print(sorted(k for k in Point.__dict__ if not k.startswith("__")), type(Point.__dict__).__name__)
try:
    Point.__dict__["q"] = 1
except TypeError as e:
    print(e)
class Empty: pass
print(Empty.__doc__, Empty().__dict__, Empty.__bases__, Empty.__subclasses__())
print(str(Point), repr(Empty), repr(Empty()).startswith("<__main__.Empty object at "))
