# mro(), __bases__ assignment and conflicts
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


class M(type):
    def mro(cls):
        return super().mro()[::-1] if cls.__name__ == 'Rev' else super().mro()
t(lambda: M('Rev', (), {}))
class X(metaclass=M): pass
t(lambda: [c.__name__ for c in X.__mro__])
class A: pass
class B(A): pass
t(lambda: type('C', (A, B), {}))
t(lambda: type('C', (B, A), {}).__mro__[1].__name__)
t(lambda: type('C', (B, B), {}))
class P: v = 'P'
class Q: v = 'Q'
class R(P): pass
class S(R): pass
r = S()
print(r.v); R.__bases__ = (Q,); print(r.v, [c.__name__ for c in S.__mro__], P.__subclasses__(), [c.__name__ for c in Q.__subclasses__()])
def bad(v): R.__bases__ = v
t(bad, ()); t(bad, (3,)); t(bad, Q); t(bad, (R,)); t(bad, (int,)); t(bad, (S,))
def d(): del R.__bases__
t(d)
class T(int): pass
def b2(): T.__bases__ = (object,)
t(b2)
class W(P, Q): pass
W.__bases__ = (Q, P); print(W.v)
class BadMro(type):
    def mro(cls): return [cls, 3]
t(lambda: BadMro('Z', (), {}))
class BadMro2(type):
    def mro(cls): return 5
t(lambda: BadMro2('Z', (), {}))
t(lambda: type('Z', (A,), {}).mro()[0].__name__); t(lambda: object.mro()); t(lambda: type.mro(int))
