import reprlib
from reprlib import Repr, repr as rr, recursive_repr
from collections import deque
from array import array

print(rr(list(range(10))), rr((1,)), rr('x' * 50), rr({i: i for i in range(9)}), rr({3, 1, 2}), rr(frozenset([1])), rr(10 ** 60), rr(deque(range(9))), rr(array('i', range(9))), rr([[[[[[[1]]]]]]]), rr(set()), rr({}))
r = Repr()
r.maxlist = 2; r.maxstring = 10; r.maxlevel = 1
print(r.repr([1, 2, 3]), r.repr('a long string'), r.repr([[1]]), r.repr({'a': {'b': 1}}))
class Bad:
    def __repr__(self): raise ValueError
print(rr(Bad())[:5], rr(3.14159), rr(None), rr(type))
class Node:
    def __init__(self): self.me = self
    @recursive_repr('<...>')
    def __repr__(self): return f'Node({self.me!r})'
print(Node(), Node.__repr__.__name__)
class My(Repr):
    def repr_Thing(self, obj, level): return 'a thing'
class Thing: pass
print(My().repr([Thing()]))
