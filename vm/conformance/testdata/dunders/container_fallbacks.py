# Containment and iteration fall back to __iter__ and to __getitem__ with integers
class Seq:
    def __init__(self, *v): self.v = v
    def __getitem__(self, i):
        print("item", i, end=" ")
        return self.v[i]
s = Seq(10, 20, 30)
print(list(s))
print(20 in s)
print(99 in s)
a, b, c = s
print(a, b, c)
print(max(s), sum(s), sorted(s, reverse=True))
for x in s:
    print(x)
    break
class It:
    def __iter__(self): return iter("abc")
print("b" in It(), "z" in It(), list(It()), tuple(reversed(list(It()))))
class Con:
    def __contains__(self, x): return "truthy" if x else []
print(1 in Con(), 0 in Con(), 1 not in Con())
class Stop:
    def __getitem__(self, i):
        if i > 2: raise StopIteration
        return i
print(list(Stop()))
class Err:
    def __getitem__(self, i): raise KeyError(i)
try:
    list(Err())
except KeyError as e:
    print(repr(e))
class RevSeq(Seq):
    def __len__(self): return len(self.v)
print(list(reversed(RevSeq(1, 2))))
try:
    reversed(Seq(1))
except TypeError as e:
    print(e)
try:
    reversed({1})
except TypeError as e:
    print(e)
nan = float("nan")
print(nan in [nan], nan == nan, [nan] == [nan], [nan].index(nan), [nan].count(nan))
for bad in ("1 in 5", "1 in None", "'a' in 'abc'", "1 in 'abc'", "None in b'a'", "'a' in b'a'", "300 in b'a'", "[] in {}", "[] in set()"):
    try:
        print(eval(bad))
    except (TypeError, ValueError) as e:
        print(e)
