# Consuming lists, dicts, sets and deques in while loops
l = [3, 1, 2]
while l: print(l.pop(), end=" ")
d = {"a": 1, "b": 2}
while d: print(d.popitem(), end=" ")
s = {5}
while s: print(s.pop(), end=" ")
from collections import deque
q = deque("ab")
while q: print(q.popleft(), end=" ")
it = iter("xyz")
while (c := next(it, None)) is not None: print(c, end=" ")
n = 10
while (n := n - 3) > 0: print(n, end=" ")
print(n)
