# starred targets everywhere
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


a, *b = 1, 2, 3; print(a, b)
*a, b = 'xyz'; print(a, b)
a, *b, c = range(2); print(a, b, c)
[a, *b] = (1,); print(a, b)
(a, (b, *c), *d) = 1, (2, 3, 4), 5, 6; print(a, b, c, d)
for a, *b in [(1, 2, 3), (4,)]: print(a, b)
for (a, b), *c in [((1, 2), 3)]: print(a, b, c)
print([*range(2), *'ab'], (*[1], 2), {*[1, 1]}, {**{'a': 1}, 'b': 2, **{'a': 3}})
print(*[1], *(2, 3), sep='-')
def f(*a, **k): return a, k
print(f(*[1], 2, *[3], x=1, **{'y': 2}, z=3, **{'w': 4}))
x = {}; x['k'], *x['r'] = 1, 2, 3; print(x)
class O: pass
o = O(); o.a, *o.b = 'pq'; print(o.a, o.b)
l = [0] * 5; l[1:3], *rest = [[9, 9, 9], 7, 8]; print(l, rest)
i = 0
i, l[i] = 2, 'here'; print(i, l)
a = b = c, *d = 1, 2, 3; print(a, b, c, d)
def g(): yield 1; yield 2
a, b = g(); print(a, b)
for src in ['a, b = 1', 'a, b = 1, 2, 3', 'a, b, c = 1, 2', 'a, *b, c = 1,', 'a, b = {}', '*a, = 5', '(a, b), c = 1, 2', 'a, b = "x"', '*a, *b = 1', '*a = 1', 'a, *b += 1', '[*a, *b] = 1', '*a', 'del *a', 'f(*)', 'print(*1)', 'x = *1', 'for *a in b: pass', 'a, b = None', 'a, = 1, 2', '{**1}', '[*1]', '{*1}', 'f(**1)', 'return *a, b', '(*a)', 'x = (*a for a in b)', 'f(*a for a in b)', '[*a for a in b]', 'a[*b] = 1', 'del a, (b, c)', 'a, b: int = 1', '(a): int = 1']:
    try:
        exec(src, {'f': f}); print(src, 'ok')
    except Exception as e: print(src, '->', type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
def ret(): return *[1], 2
def yi(): yield *[1], 2
print(ret(), list(yi()))
class G:
    def __getitem__(self, k): return k
print(G()[*[1, 2]], G()[1, *'ab'], G()[*[1]])
