# Recursion through callbacks of natives: sort keys, map, functools.reduce, sub-iterators, __init__, metaclasses
import functools
def attempt(name, fn):
    try:
        fn()
        print(name, "no error")
    except RecursionError as e: print(name, "RecursionError")
def key(x): return sorted([2, 1], key=key)
attempt("sort key", lambda: key(1))
def m(x): return list(map(m, [x]))
attempt("map", lambda: m(1))
def fl(x): return list(filter(fl, [x]))
attempt("filter", lambda: fl(1))
def red(a, b): return functools.reduce(red, [a, b])
attempt("reduce", lambda: red(1, 2))
def mx(x): return max([1, 2], key=mx)
attempt("max", lambda: mx(1))
def ev(): return eval("ev()", {"ev": ev})
attempt("eval", ev)
def ex(): exec("ex()", {"ex": ex})
attempt("exec", ex)
class I:
    def __init__(self): I()
attempt("init", I)
class New:
    def __new__(cls): return New()
attempt("new", New)
class It:
    def __iter__(self): return self
    def __next__(self): return next(self)
attempt("next", lambda: list(It()))
class S:
    def __getattribute__(self, n): return self.x
attempt("getattribute", lambda: S().y)
class SA:
    def __setattr__(self, n, v): self.x = v
attempt("setattr", lambda: setattr(SA(), "x", 1))
class D:
    def __get__(self, o, t): return o.d
class HasD: d = D()
attempt("descriptor", lambda: HasD().d)
class M(type):
    def __call__(cls): return cls()
class UsesM(metaclass=M): pass
attempt("metaclass call", UsesM)
class IC(type):
    def __instancecheck__(cls, o): return isinstance(o, cls)
class UsesIC(metaclass=IC): pass
attempt("instancecheck", lambda: isinstance(1, UsesIC))
@functools.lru_cache(None)
def cached(n): return cached(n + 1)
attempt("lru_cache", lambda: cached(0))
p = functools.partial(lambda: p())
attempt("partial", lambda: p())
def join(): return "".join(join() for _ in "a")
attempt("join", join)
def deco(): return (lambda: deco())()
attempt("lambda", deco)
class K:
    def __hash__(self): return 1
    def __eq__(self, o): return {K(): 1} == {K(): 1}
attempt("dict eq", lambda: {K(): 1}[K()])
class L(list):
    def __iter__(self): return iter(list(self))
attempt("list of self", lambda: list(L([1])))
class Str(str):
    def __str__(self): return "%s" % self
attempt("str", lambda: str(Str("a")))
print("still alive", sorted([3, 1, 2], key=lambda x: -x))
