# Old-style sequences, __index__ everywhere, negative indexes, slices given to user classes, length hints
class Sq:
    def __getitem__(self, i):
        if isinstance(i, slice): return [self[j] for j in range(*i.indices(5))]
        if i < 0: i += 5
        if not 0 <= i < 5: raise IndexError("out")
        return i * i
    def __len__(self): return 5
s = Sq()
print(list(s), s[1:4], s[-1], s[::-1], 9 in s, 10 in s, list(reversed(s)), [*s], sum(s), sorted(s, reverse=True), max(s), list(zip(s, "ab")), dict(enumerate(s)))
a, *b, c = s
print(a, b, c, list(map(str, s)), list(filter(None, s)), tuple(s), set(s) == {0, 1, 4, 9, 16}, any(s), all(s), "".join(map(str, s)), list(iter(s))[2:])
class Ix:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
i = Ix(2)
print([10, 20, 30][i], "abc"[i], (1, 2, 3)[i], b"abc"[i], range(10)[i], [0] * i, "x" * i, list(range(i)), s[i:Ix(4)], bin(i), hex(i), chr(Ix(65)), round(3.14159, i), [1, 2, 3, 4][:i], bytes(i), bytearray(i), 1 << i if False else "", "%d" % i, "{:d}".format(5), int("11", i), pow(2, 3, 5), divmod(7, 2), [1, 2, 3].pop(Ix(0)), "a,b,c".split(",", Ix(1)), "ab".center(Ix(6)), [5, 6, 7].index(7, i), math_gcd(i) if False else "")
import math, itertools, operator
print(math.gcd(i, 4), math.factorial(i), math.comb(Ix(5), i), list(itertools.islice("abcd", i)), operator.index(i), list(itertools.repeat("x", i)), i.__index__(), (5).__index__())
for f in (lambda: [1, 2][Ix(5)], lambda: [1][Ix("x")], lambda: [1][Ix(1.5)], lambda: range(Ix(None)), lambda: [1] * Ix(2**70), lambda: [1][Ix(2**70)], lambda: 1 + i, lambda: float(i) + 1, lambda: complex(i), lambda: i + i):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
