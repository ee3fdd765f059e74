# Random operations on list, dict, OrderedDict and deque; a checksum of all results
x = 20221
def rnd(n):
    global x
    x = (x * 1103515245 + 12345) & 0x7FFFFFFF
    return (x >> 8) % n
h = 0
def note(*v):
    global h
    for c in repr(v): h = (h * 31 + ord(c)) & 0xFFFFFFFFFFFF
def idx(n):
    k = rnd(12)
    if k == 0: return None
    return rnd(2 * n + 6) - n - 3
def sl(n):
    st = [None, 1, 2, 3, -1, -2, -3, 0][rnd(8)] if rnd(2) else None
    return slice(idx(n), idx(n), st)
def vals(n):
    k = rnd(6)
    if k == 0: return 'abc'[:rnd(4)]
    if k == 1: return tuple(range(rnd(5)))
    if k == 2: return iter([rnd(9) for _ in range(rnd(5))])
    if k == 3: return {rnd(9): 1 for _ in range(3)}
    return [rnd(9) for _ in range(rnd(6))]
l = []
for step in range(30000):
    try:
        op = rnd(24)
        n = len(l)
        if op == 0: l[sl(n)] = vals(n)
        elif op == 1: del l[sl(n)]
        elif op == 2: note(l[sl(n)])
        elif op == 3: note(l.pop())
        elif op == 4: note(l.pop(rnd(2 * n + 2) - n))
        elif op == 5: l.insert(rnd(2 * n + 6) - n - 3, rnd(9))
        elif op == 6: l.remove(rnd(9))
        elif op == 7: note(l.index(rnd(9), rnd(2 * n + 2) - n, rnd(2 * n + 2) - n))
        elif op == 8: l.reverse()
        elif op == 9: l += vals(n)
        elif op == 10: l.extend(vals(n))
        elif op == 11: l *= rnd(3)
        elif op == 12: l[rnd(2 * n + 2) - n] = rnd(9)
        elif op == 13: del l[rnd(2 * n + 2) - n]
        elif op == 14: l[:] = l[sl(n)] * 2
        elif op == 15: l[sl(n)] = l
        elif op == 16: note(tuple(l)[sl(n)])
        elif op == 17: note(list(range(n))[sl(n)], range(n)[sl(n)], list(range(n)[sl(n)]), str(list(range(n)))[sl(n)])
        elif op == 18: l.sort(key=str)
        elif op == 19: l.append(rnd(9))
        elif op == 20: note(l < l[sl(n)], l == l[:], l.count(rnd(9)))
        elif op == 21: note(list(reversed(l)), sl(n).indices(n))
        elif op == 22: l = l[:20]
        else: note(*l)
    except Exception as e:
        note(type(e).__name__, str(e))
    if len(l) > 60: del l[30:]
    if step % 1000 == 0: print(step, len(l), h)
print(h)
from collections import OrderedDict, deque
d, o, q = {}, OrderedDict(), deque()
for step in range(30000):
    try:
        k = rnd(30)
        k = [k, float(k), str(k), (k,), k][rnd(5)]
        op = rnd(20)
        if op < 5: d[k] = step; o[k] = step; q.append(step % 9)
        elif op < 8: note(d.pop(k, 0), o.pop(k, 0)); q.popleft()
        elif op == 8: note(d.popitem(), o.popitem(last=rnd(2))); q.pop()
        elif op == 9: o.move_to_end(k, last=rnd(2)); q.rotate(rnd(20) - 10)
        elif op == 10: note(d.setdefault(k, 5), o.setdefault(k, 6)); q.appendleft(step % 9)
        elif op == 11: note(list(d.items()), list(o), list(q)); q.insert(rnd(20) - 10, 5)
        elif op == 12: d = d.copy() if rnd(2) else dict(d); o = o.copy(); q = q.copy()
        elif op == 13: note(k in d, k in o, d.get(k)); note(q[rnd(20) - 10]); del q[rnd(20) - 10]
        elif op == 14: d |= {1: step, k: 2}; o |= {k: step}; q += q
        elif op == 15: note(list(reversed(d)), list(reversed(o.items())), list(reversed(q)))
        elif op == 16: note(d == o, o == d, d == dict(o)); q.remove(5)
        elif op == 17:
            if rnd(10) == 0: d.clear(); o.clear(); q.clear()
        elif op == 18: del d[k]; del o[k]
        elif op == 19: note(q.index(rnd(9), rnd(20) - 10), q.count(5)); q.reverse()
    except Exception as e:
        note(type(e).__name__, str(e))
    if len(q) > 60: q = deque(q, maxlen=40 if rnd(2) else None)
    if step % 1000 == 0: print(step, len(d), len(o), len(q), h)
print(h)
