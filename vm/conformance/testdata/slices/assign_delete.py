# Slice assignment and deletion: plain, extended, growing, shrinking, self-assignment, errors
def lst(): return list(range(8))
def do(code):
    a = lst()
    try:
        exec(code, {"a": a})
        print(code, a)
    except Exception as e:
        print(code, type(e).__name__, e)
for code in ("a[2:4] = 'xyz'", "a[2:4] = []", "a[:] = [1]", "a[3:3] = [9, 9]", "a[::2] = 'abcd'", "a[::2] = 'abc'", "a[::-1] = range(8)", "a[1:6:2] = [0, 0, 0]", "a[::3] = []", "a[-3:] = 'z'", "a[100:] = [5]", "a[:-100] = [5]",
             "a[5:2] = ['m']", "a[2:5] = a", "a[:] = a[::-1]", "a[::2] = a[1::2]", "a[1:2] = 5", "a[::2] = 5", "a[1:1] = iter('gh')", "a[0:0] = (i for i in a[:2])", "a[::1] = [1, 2]", "a[::0] = []", "a['a':] = []", "a[:1.5] = []", "a[2:4:1] = 'pqr'", "a[4:2:-1] = 'ab'", "a[4:2:-1] = 'a'",
             "del a[2:4]", "del a[:]", "del a[::2]", "del a[::-2]", "del a[1:7:3]", "del a[5:2]", "del a[100:]", "del a[-2:]", "del a[:-2]", "del a[6:1:-2]", "del a[::0]", "del a[:2], a[-1]", "a[1:3] *= 2", "a[1:3] += 'x'", "a[slice(1, 3)] = 'sl'", "a[None:None] = []"):
    do(code)
b = bytearray(b"abcdef")
b[1:3] = b"XYZ"
del b[::2]
print(b)
try:
    b[0:1] = "s"
except TypeError as e: print(e)
try:
    b[::2] = b"toolong"
except ValueError as e: print(e)
b[:] = [65, 66]
print(b)
for code in ("(1, 2)[0:1] = 5", "'abc'[0:1] = 'x'", "del 'abc'[0:1]", "range(3)[0:1] = 5", "b'x'[:] = b''"):
    try:
        exec(code)
    except TypeError as e: print(e)
