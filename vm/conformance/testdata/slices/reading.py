# Slicing every sequence type with every sign of start, stop and step
seqs = ["abcdef", [0, 1, 2, 3, 4, 5], (0, 1, 2), b"abcdef", bytearray(b"xyz"), range(6), range(10, 0, -3), "añ中😀z", ""]
cuts = [(None, None, None), (1, None, None), (None, -1, None), (-2, None, None), (1, 4, None), (4, 1, None), (None, None, 2), (None, None, -1), (4, 1, -1), (-1, -4, -2), (100, None, None), (None, 100, None), (-100, 2, None), (5, -100, -2), (None, None, 100), (None, None, -100), (2, 2, None)]
for s in seqs:
    print(repr(s), [s[slice(*c)] for c in cuts])
for bad in ("'abc'[::0]", "[1]['a':]", "(1,)[:1.5]", "range(3)[::'x']", "b'a'[None:'b']", "'a'[1:2:3:4]", "[1][1:2,]", "'ab'[:, 0]"):
    try:
        print(eval(bad))
    except Exception as e:
        print(type(e).__name__, getattr(e, "msg", e))
big = 10 ** 30
print("abc"[:big], "abc"[-big:], [1, 2, 3][::big], (1, 2)[big:], range(5)[:big], "abc"[::-big])
print("hello"[::-1], "hello"[-3:-1], "hello"[1:-1:2])
s = "abc"
t = (1, 2)
print(s[:] is s, t[:] is t, [1][:] == [1])
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
print([0, 1, 2, 3][I(1):I(3)], "abcd"[I(-2):], (1, 2, 3)[::I(2)])
