# dict changed while it is walked
def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
def grow():
    d = {1: 1}
    for k in d: d[k + 1] = 1
def shrink():
    d = dict.fromkeys(range(5))
    for k in d: del d[k]
def replace():
    d = {1: 1, 2: 2}
    for k in d: d[k] = 0
    return d
def same_size():
    d = {1: 1, 2: 2}
    for k in d: del d[k]; d[k + 10] = 1
def clear():
    d = {1: 1, 2: 2}
    for k in d: d.clear()
def items():
    d = {1: 1}
    for k, v in d.items(): d[v + 1] = 1
def values():
    d = {1: 1}
    for v in d.values(): d['x'] = 1
def rev():
    d = {1: 1, 2: 2}
    for k in reversed(d): d[3] = 1
def pop_then():
    d = {1: 1}; it = iter(d); d.pop(1)
    return next(it, 'end')
def exhausted():
    d = {1: 1}; it = iter(d); list(it); d[2] = 2
    return list(it)
def upd():
    d = {1: 1, 2: 2}
    for k in d: d.update(d)
    return d
for f in (grow, shrink, replace, clear, items, values, rev, pop_then, exhausted, upd): print(f.__name__); t(f)
s = {1, 2}
def sets():
    for x in s: s.add(x + 10)
t(sets)
def setrm():
    for x in s: s.discard(x)
t(setrm)
l = [1, 2, 3]
for x in l:
    if x < 6: l.append(x + 3)
print(l)
l = [1, 2, 3, 4]
for x in l: l.remove(x)
print(l)
from collections import deque, OrderedDict
q = deque([1, 2])
def dq():
    for x in q: q.append(1)
t(dq)
o = OrderedDict.fromkeys('ab')
def od():
    for k in o: o[k + 'x'] = 1
t(od)
class K:
    def __init__(s, n): s.n = n
    def __hash__(s): return 1
    def __eq__(s, o):
        d.clear(); return s.n == o.n
d = {}
d = {K(1): 1, K(2): 2}
t(lambda: d.get(K(2)))
class H:
    def __hash__(s): return 1
    def __eq__(s, o): raise ValueError('eq')
d = {H(): 1}; t(lambda: d[H()]); t(lambda: H() in d); t(d.setdefault, H(), 1); t(d.pop, H()); t(lambda: {H(), H()})
