# collections.deque
from collections import deque
d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, d.maxlen, len(d), d[0], d[-1], d.pop(), d.popleft(), d)
d.extend("ab")
d.extendleft("xy")
print(d, list(reversed(d)), "x" in d, d.count("x"), d.index("x"), d.copy() == d)
e = deque(range(6))
e.rotate(2)
print(e)
e.rotate(-3)
e.reverse()
e.insert(2, "i")
e.remove(0)
del e[0]
e[0] = "z"
print(e, e + deque([9]), e * 2, deque([1]) < deque([2]), deque() == deque(), bool(deque()), deque("ab", 1), deque(deque([1])), hash(1))
e += [7]
e *= 1
e.clear()
print(e)
def attempt(f, *a):
    try: print(f(*a))
    except Exception as x: print(type(x).__name__, x)
attempt(deque().pop)
attempt(deque().popleft)
attempt(lambda: deque([1])[5])
attempt(lambda: deque([1]).remove(2))
attempt(lambda: deque([1]).index(2))
attempt(lambda: deque([1])[0:1])
attempt(lambda: deque([1, 2], maxlen=-1))
attempt(lambda: deque([1], 1).insert(0, 2))
attempt(lambda: deque(5))
attempt(lambda: deque([1]) + [1])
attempt(hash, deque())
attempt(lambda: deque([1])["a"])
q = deque([1, 2, 3])
for x in q:
    try:
        q.append(1)
        next(iter(q))
    except RuntimeError: pass
    break
it = iter(q)
next(it)
q.pop()
attempt(next, it)
class D(deque): pass
print(D([1], 3), type(D([1]).copy()).__name__)
