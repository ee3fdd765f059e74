# The __class__ cell: zero-argument super and __class__ in methods
class A:
    def who(self):
        return __class__
    def name(self):
        return "A"

class B(A):
    def name(self):
        return "B" + super().name()
    def lazily(self):
        return (lambda: super(B, self).name())()
    def nested(self):
        def inner(me):
            return super().name()
        return inner(self)
    @classmethod
    def make(cls):
        return __class__ is cls

class C(B):
    pass

print(A().who() is A, B().who() is A, C().name(), B().lazily(), B().nested())
print(B.make(), C.make(), B.name.__closure__[0].cell_contents is B, B.name.__code__.co_freevars)

class D:
    def f(self):
        __class__ = int
        return __class__

print(D().f())

class E:
    def comp(self):
        try:
            return [super().__repr__() for _ in range(1)]
        except TypeError as e:
            return type(e).__name__, str(e)

print(E().comp())

def outside(self):
    return super().x

try:
    outside(1)
except RuntimeError as e:
    print(type(e).__name__, e)

def no_args():
    return super()

try:
    no_args()
except RuntimeError as e:
    print(e)

class F:
    def gone(self):
        del self
        return super()

try:
    F().gone()
except RuntimeError as e:
    print(e)

class G:
    def wrong(x):
        return super().__init__

try:
    G.wrong(5)
except TypeError as e:
    print(e)
