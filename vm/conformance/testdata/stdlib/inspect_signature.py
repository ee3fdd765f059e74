import inspect, functools
from inspect import *

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

def f(a, b: int, /, c=3, *args: str, d, e: 'x' = 5, **kw) -> float: ...
s = signature(f)
print(s, s.return_annotation, list(s.parameters))
for p in s.parameters.values():
    print(p.name, p.kind, p.default is p.empty, p, repr(p))
print(signature(lambda: 0), signature(lambda *, x=1: 0), signature(lambda x, /, y: 0))
class C:
    def __init__(self, x, y=2): pass
    def m(self, z): pass
    @classmethod
    def cm(cls, q): pass
    @staticmethod
    def sm(w): pass
    def __call__(self, *a): pass
print(signature(C), signature(C.m), signature(C(1).m), signature(C.cm), signature(C.sm), signature(C(1)))
print(signature(functools.partial(f, 1, 2, d=4)), signature(functools.partial(lambda a, b, c=1: 0, b=2)))
@functools.wraps(f)
def w(*a): pass
print(signature(w), signature(w, follow_wrapped=False))
ba = s.bind(1, 2, d=4, extra=6)
print(ba, ba.args, ba.kwargs, ba.arguments)
ba.apply_defaults()
print(ba.arguments)
for args, kw in (((), {}), ((1,), {}), ((1, 2), {}), ((1, 2), {'d': 1, 'b': 3})):
    show(lambda: s.bind(*args, **kw))
t = signature(lambda a, b=1: 0)
show(lambda: t.bind(1, 2, 3))
show(lambda: t.bind(1, zz=2))
show(lambda: t.bind(1, a=2))
print(t.bind_partial(), t.replace(parameters=[]), t == signature(lambda a, b=1: 9), hash(t) == hash(signature(lambda a, b=1: 9)))
P = Parameter
show(lambda: P('1x', P.POSITIONAL_ONLY))
show(lambda: P('x', P.VAR_POSITIONAL, default=1))
show(lambda: P('class', P.KEYWORD_ONLY))
show(lambda: P(5, P.KEYWORD_ONLY))
show(lambda: Signature([P('a', P.KEYWORD_ONLY), P('b', P.POSITIONAL_ONLY)]))
show(lambda: Signature([P('a', P.POSITIONAL_OR_KEYWORD, default=1), P('b', P.POSITIONAL_OR_KEYWORD)]))
show(lambda: Signature([P('a', P.KEYWORD_ONLY), P('a', P.KEYWORD_ONLY)]))
print(P('x', P.KEYWORD_ONLY, default=1, annotation=int).replace(name='y'), repr(P.KEYWORD_ONLY), P.KEYWORD_ONLY.description)
print(getfullargspec(f))
print(getcallargs(lambda a, b=2, *c, **d: 0, 1, 5, 6, z=1))
show(lambda: getcallargs(lambda a, b: 0, 1))
show(lambda: signature(5))
print(get_annotations(f), formatannotation(int), formatannotation(list[int]))
