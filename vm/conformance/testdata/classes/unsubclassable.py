# what cannot be a base; weak references to kinds of dict
import collections, weakref, typing, types
from typing import Union
from collections import OrderedDict
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: OrderedDict.fromkeys('ab', value=3))
t(lambda: OrderedDict.fromkeys(iterable='ab'))
d=OrderedDict(a=1); t(lambda: weakref.ref(d)() is d); t(lambda: weakref.proxy(d)['a'])
t(lambda: type('X',(Union,),{}))
def c1():
    class X(Union): pass
t(c1)
def c2():
    class X(Union[int,str]): pass
t(c2)
def c3():
    class X(int|str): pass
t(c3)
def c4():
    class X(typing.Optional): pass
t(c4)
def c5():
    class X(typing.Any): pass
    return X
t(c5)
t(lambda: type('X',(3,),{}))
t(lambda: type('X',(list[int],),{}))
t(lambda: types.new_class('X',(list[int],)).__mro__)
t(lambda: type('X',(typing.List[int],),{}))
class DD(dict): pass
d=DD(); t(lambda: weakref.ref(d)() is d)
