import re, copy
a = re.compile('x', re.I); re.purge(); b = re.compile('x', re.I); c = re.compile('x'); d = re.compile(b'x', re.I)
print(a == b, a is b, a == c, a != c, a == d, hash(a) == hash(b), a == 'x', {a: 1}[b], len({a, b, c, d}))
try:
    a < b
except TypeError as e:
    print(e)
m = a.match('X')
print(copy.copy(a) is a, copy.deepcopy(a) is a, copy.copy(m) is m, copy.deepcopy(m) is m)
import copyreg
f, args = copyreg.dispatch_table[re.Pattern](a)
print(args, f(*args) == a)
