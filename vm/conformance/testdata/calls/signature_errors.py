# messages of wrong calls
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


def a(): pass
def b(x): pass
def c(x, y=2): pass
def d(*args, k): pass
def e(x, /, y, *, z): pass
def f(x, y, z, *, p, q, r): pass
def g(**kw): return kw
def h(x, *, k=1, **kw): return (x, k, kw)
def i(a, b, /): pass
class K:
    def m(self): pass
    def n(self, x, *, y): pass
    @classmethod
    def c(cls, x): pass
    @staticmethod
    def s(x): pass
    def __call__(self, x): pass
class N:
    def __init__(self, x): pass
k = K()
for call in ['a(1)', 'a(1, 2)', 'a(x=1)', 'b()', 'b(1, 2)', 'b(1, x=1)', 'b(y=1)', 'b(1, y=1)', 'c()', 'c(1, 2, 3)', 'c(1, 2, y=3)', 'c(y=1)', 'd()', 'd(1)', 'd(1, k=2, z=3)', 'd(1, 2, j=2)',
             'e(1, 2)', 'e(x=1, y=2, z=3)', 'e(1, z=3)', 'e(1, 2, 3, z=4)', 'e(1, 2, 3)', 'f()', 'f(1)', 'f(1, 2)', 'f(1, 2, 3)', 'f(1, 2, 3, p=1)', 'f(1, 2, 3, p=1, q=2)', 'f(1, 2, 3, 4, 5, p=1)', 'g(1)', 'g(1, a=2)',
             'g(**{1: 2})', 'g(a=1, **{"a": 2})', 'g(**3)', 'g(*3)', 'g(**[1])', 'h()', 'h(1, x=2)', 'h(1, 2)', 'h(x=1, z=2)', 'i(1)', 'i()', 'i(a=1, b=2)', 'i(1, b=2)', 'i(1, 2, c=3)', 'k.m(1)', 'k.n()', 'k.n(1)',
             'k.n(1, 2)', 'K.m()', 'K.c()', 'K.c(1, 2)', 'K.s()', 'k()', 'k(1, 2)', 'N()', 'N(1, 2)', 'N(y=1)', '(lambda: 0)(1)', '(lambda x: 0)()', '3()', 'None()', '"a"()', 'k.zz()', 'len()', 'len(1, 2)', 'len(x=1)', 'abs()', 'int(1, 2, 3)',
             'print(1, foo=2)', 'sorted()', 'sorted([1], 2)', 'max()', 'max(key=len)', 'isinstance(1)', 'range()', 'range(1, 2, 3, 4)', 'range(x=1)', '[].append()', '[].append(1, 2)', '{}.get()', '{}.update(1)', '"".join()', '"".join(1, 2)',
             '"".split(sep=",", x=1)', 'dict(1, 2)', 'list(1, 2)', 'list(x=1)', 'tuple(x=1)', 'set(1, 2)', 'object(1)', 'type()', 'type(1, 2)', 'getattr(1)', 'pow(1)', 'open()', 'super(1, 2, 3)', 'Exception(x=1)', 'str(1, 2)', 'bytes(1, 2)', 'float(1, 2)',
             'iter()', 'next()', 'zip(1)', 'enumerate()', 'map()', 'filter()', 'sum()', 'divmod(1)', 'ord()', 'chr()', 'hash()', 'id()', 'input(1, 2)', 'slice()', 'complex(1, 2, 3)', 'property(1, 2, 3, 4, 5)']:
    try:
        print(call, '->', eval(call))
    except Exception as ex:
        print(call, '->', type(ex).__name__, ex)
