# 'Did you mean' suggestions, seen through traceback.format_exception_only
import traceback
class A:
    blech = None
    def __init__(self): self.value = 1
def last(fn):
    try:
        fn()
    except Exception as e:
        print(traceback.format_exception_only(e)[-1].strip())
a = A()
last(lambda: a.bluch)
last(lambda: a.valu)
last(lambda: a.completely_different)
last(lambda: A.blehc)
last(lambda: [].apend)
last(lambda: "".uper())
last(lambda: {}.key())
def f():
    counter = 1
    return conter
last(f)
last(lambda: pritn)
last(lambda: Tru)
def g():
    import math
    math.sqroot
last(g)
def h(): from itertools import chian
last(h)
def i(): from sys import modlues
last(i)
class S:
    def __init__(self): self.blech = 1
    def m(self): return blech
last(S().m)
class D:
    def __getattr__(self, n): raise AttributeError(n)
last(lambda: D().foo)
class E:
    def __dir__(self): raise ValueError
last(lambda: E().foo)
last(lambda: (1).reall)
last(lambda: None.foo)
last(lambda: x_y_z)
last(lambda: getattr(a, "vaule"))
