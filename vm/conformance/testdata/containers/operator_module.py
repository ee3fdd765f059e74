# operator: functions, getters and errors
import operator
from operator import *
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, '|', e)
for n in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'lshift', 'rshift', 'and_', 'or_', 'xor', 'lt', 'le', 'eq', 'ne', 'gt', 'ge', 'is_', 'is_not'): print(n, getattr(operator, n)(7, 2))
for n in ('iadd', 'isub', 'imul', 'itruediv', 'ifloordiv', 'imod', 'ipow', 'ilshift', 'irshift', 'iand', 'ior', 'ixor'): print(n, getattr(operator, n)(7, 2))
for n in ('neg', 'pos', 'abs', 'inv', 'invert', 'index', 'truth', 'not_'): print(n, getattr(operator, n)(-7))
l = [1]; print(iadd(l, [2]) is l, l, iconcat([1], [2]), concat('a', 'b')); t(concat, 1, 2); t(iconcat, 1, 2); t(add, 1, 'a'); t(add, 1); t(add, 1, 2, 3); t(add, a=1, b=2); t(matmul, 1, 2); t(index, 1.5); t(neg, 'a')
t(contains, [1], 1); t(contains, 5, 1); t(countOf, [1, 1.0, True, 2], 1); t(countOf, 5, 1); t(indexOf, [3, 4], 4); t(indexOf, [1], 5); t(indexOf, 5, 5); t(getitem, [1], 0); t(getitem, {}, 1); t(setitem, [1], 0, 5); t(delitem, [1], 0); t(delitem, {}, 5); t(length_hint, [1]); t(length_hint, 5); t(length_hint, 5, 7); t(length_hint, [], 'a'); t(call, max, 1, 2); t(call); t(call, dict, a=1)
print(itemgetter(1)('abc'), itemgetter(0, 2)('abc'), itemgetter('a')({'a': 1}), itemgetter(slice(1))([1, 2]), itemgetter(1), itemgetter('a', 2)); t(itemgetter); t(itemgetter(5), [1]); t(itemgetter(1), 1, 2); t(itemgetter(1), a=1); t(itemgetter(1)); t(itemgetter('a'), [1]); t(itemgetter, a=1)
class A: pass
a = A(); a.b = A(); a.b.c = 5; a.d = 6
print(attrgetter('b.c')(a), attrgetter('d', 'b.c')(a), attrgetter('x.y'), attrgetter('a', 'b')); t(attrgetter); t(attrgetter, 5); t(attrgetter('zz'), a); t(attrgetter('b.zz'), a); t(attrgetter('a'), 1, 2)
print(methodcaller('upper')('a'), methodcaller('split', ',', maxsplit=1)('a,b,c'), methodcaller('f', 1, x=2)); t(methodcaller); t(methodcaller, 5); t(methodcaller('zz'), 1); t(methodcaller('upper'), 1, 2); t(methodcaller('upper'))
print(itemgetter(1).__reduce__(), attrgetter('a').__reduce__(), methodcaller('a', 1).__reduce__()); print(operator.__add__(1, 2), operator.__not__(1), operator.__getitem__([5], 0), operator.__and__(3, 1), operator.__iadd__(1, 2), operator.__call__ is not None)
print(sorted(operator.__all__) == sorted(n for n in operator.__all__ if hasattr(operator, n)), len(operator.__all__), [n for n in operator.__all__ if not hasattr(operator, n)])
print(sorted([(1, 'b'), (0, 'c')], key=itemgetter(1)), max([a], key=attrgetter('d')) is a, list(map(methodcaller('strip'), [' a '])))
