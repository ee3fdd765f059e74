import pickle
class Empty:
    pass
class Point:
    kind = 'point'
    def __init__(self, x, y=0):
        self.x = x
        self.y = y
    def __eq__(self, other):
        return self.__dict__ == other.__dict__
class Sub(Point):
    class Inner:
        class Deep:
            pass
class WithProperty:
    def __init__(self):
        self._v = 3
    @property
    def v(self):
        return self._v
class Meta(type):
    pass
class Made(metaclass=Meta):
    pass
deep = Sub.Inner.Deep()
deep.a = 1
made = Made()
made.z = Made
ordered = Point(1)
del ordered.x
ordered.x = 'again'
touched = Point(5)
touched.__dict__['via'] = 'dict'
many = Empty()
for i in range(200):
    setattr(many, 'a%d' % i, i)
odd = Empty()
odd.__dict__['not a name'] = 1
for v in (Empty(), Point(1, [2]), Sub(Point(1)), deep, WithProperty(), made, ordered, touched, odd):
    for proto in range(6):
        data = pickle.dumps(v, proto)
        w = pickle.loads(data)
        print(proto, data, type(w) is type(v), list(w.__dict__) == list(v.__dict__))
w = pickle.loads(pickle.dumps(many))
print(len(pickle.dumps(many)), w.__dict__ == many.__dict__)
print([p.x for p in pickle.loads(pickle.dumps([Point(i, str(i)) for i in range(5)]))])
# instances whose attributes change while they are written
class Evil:
    def __reduce__(self):
        holder.extra = 1
        return Empty, ()
holder = Empty()
holder.evil = Evil()
holder.b = 2
try:
    print(sorted(pickle.loads(pickle.dumps(holder)).__dict__))
except RuntimeError as e:
    print(e)
