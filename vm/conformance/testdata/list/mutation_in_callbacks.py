# lists changed by the callbacks of the operation on them
def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
class E:
    def __init__(s, l): s.l = l
    def __eq__(s, o): s.l.clear(); return False
    def __lt__(s, o): s.l.append(1); return True
    def __repr__(s): s.l.clear(); return 'E'
    def __index__(s): s.l.clear(); return 0
def mk(n=3):
    l = []; l.extend([E(l) for _ in range(n)]); return l
l = mk(); t(l.index, 5); l = mk(); t(l.count, 5); l = mk(); t(lambda: 5 in l); l = mk(); t(l.remove, 5); l = mk(); t(lambda: l == [1, 2, 3]); l = mk(); t(repr, l); l = mk(); t(l.sort)
l = [3, 1, 2]
t(lambda: l.sort(key=lambda x: l.append(x))); print(len(l))
l = [3, 1, 2]
def k(x): l.clear(); return x
t(lambda: l.sort(key=k)); print(l)
def failing(x):
    if x == 2: raise KeyError(x)
    return x
l = [3, 1, 2]; t(lambda: l.sort(key=failing)); print(l)
l = [1, 2, 3]; e = E(l); t(lambda: l[e]); l = [1, 2, 3]; t(lambda: l[E(l):]); l = [1, 2, 3]
def sa(): l[E(l)] = 5
t(sa); print(l)
l = [1, 2, 3]
def g():
    for i in range(3): l.append(i); yield i
l[1:2] = g(); print(l)
l = [1, 2, 3]; l.extend(l); print(l); l += l[:2]; print(l); l[1:3] = l; print(l)
def ext():
    yield 1; l.clear(); yield 2
l = [9]; l.extend(ext()); print(l)
class It:
    def __iter__(s): return s
    def __next__(s): raise ValueError('next')
    def __length_hint__(s): return 5
t(list, It()); t([1].extend, It())
class LH:
    def __init__(s, h): s.h = h
    def __iter__(s): return iter('ab')
    def __length_hint__(s): return s.h
for h in (1, -1, 'x', NotImplemented, 10 ** 30): t(list, LH(h))
for a in [(5,), (1, 2), (0, 10), (-1,), ('x',), (1, 'x')]: t([1, 2, 1].index, *a)
l = list(range(10)); l[::2] = 'abcde'; print(l)
def bad(): l[::2] = 'ab'
t(bad); del l[1::3]; print(l); l[::-1] = range(len(l)); print(l); l[2:0] = [7]; print(l); l[-100:1] = []; print(l)
