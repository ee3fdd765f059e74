# collections.Counter
from collections import Counter
c = Counter("abracadabra")
print(c, c["a"], c["zz"], c.most_common(2), c.most_common(), sorted(c.elements()), c.total(), len(c), dict(c), Counter(a=2, b=1), Counter({"x": 3}), Counter(), Counter(["a", "a"]), Counter([1, 2, 1]))
c.update("aaa")
c.subtract({"a": 1, "z": 2})
print(c, c.most_common()[-1], +c, -c)
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=0)
print(a + b, a - b, a & b, a | b, a == Counter(a=3, b=1), a <= b, a >= Counter(a=1), a != b, Counter(a=0) == Counter())
a += b
a["new"] += 5
del a["gone"]
print(a, a.copy() == a, Counter.fromkeys.__doc__ is not None, "a" in a, list(a), a.pop("a"))
try: Counter.fromkeys("ab")
except NotImplementedError as e: print(e)
try: Counter(5)
except TypeError as e: print(e)
print(repr(Counter({"x": 1, "y": "s"})) if False else Counter(x=-1), sorted(Counter("hello world").items()), max(Counter("aab"), key=Counter("aab").get), Counter("ab") | Counter("bc"))
