# Changing a dict while iterating: errors and permitted changes
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def grow():
    d = {1: 1}
    for k in d: d[k + 1] = 1
def shrink():
    d = {1: 1, 2: 2}
    for k in d: del d[k]
def replace():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]
        d[k + 10] = 1
        if len(d) > 100 or k > 100: break
    return "kept the same size"
def values_ok():
    d = {1: 1, 2: 2}
    for k in d: d[k] *= 10
    return d
def items_grow():
    d = {1: 1}
    for k, v in d.items(): d["x"] = 1
def values_grow():
    d = {1: 1}
    for v in d.values(): d["x"] = 1
def comp():
    d = {1: 1}
    return [d.update({k + 1: 1}) for k in d]
def list_copy():
    d = {1: 1, 2: 2, 3: 3}
    for k in list(d):
        if k % 2: del d[k]
    return d
def clear():
    d = {1: 1, 2: 2}
    for k in d: d.clear()
def last():
    d = {1: 1}
    for k in d: d.clear()
    return d
def iter_after():
    d = {1: 1}
    it = iter(d)
    d[2] = 2
    return next(it)
def iter_exhausted():
    d = {1: 1}
    it = iter(d)
    list(it)
    d[2] = 2
    return list(it)
def rev():
    d = {1: 1, 2: 2}
    for k in reversed(d): d[k + 5] = 1
for f in (grow, shrink, values_ok, items_grow, values_grow, comp, list_copy, clear, last, iter_after, iter_exhausted, rev): attempt(f)
class K:
    def __init__(self, n, d): self.n, self.d = n, d
    def __hash__(self): return 1
    def __eq__(self, o):
        self.d.clear()
        return self.n == o.n
d = {}
d[K(1, d)] = "a"
d[K(2, d)] = "b"
print(len(d))
class Bad:
    def __hash__(self): raise ValueError("hash failed")
attempt(lambda: {Bad(): 1})
attempt(lambda: {}.get(Bad()))
attempt(lambda: Bad() in {})
attempt(lambda: {1: 2}.pop(Bad(), None))
attempt(lambda: dict.fromkeys([Bad()]))
attempt(lambda: {Bad() for _ in "a"})
def set_mut():
    s = {1, 2}
    for x in s: s.add(x + 10)
def set_del():
    s = {1, 2}
    for x in s: s.discard(x)
attempt(set_mut)
attempt(set_del)
from collections import OrderedDict, deque
def od():
    o = OrderedDict(a=1)
    for k in o: o["b"] = 1
def dq():
    q = deque([1, 2])
    for x in q: q.append(1)
attempt(od)
attempt(dq)
