# bytearray: mutation, methods, aliasing, errors
a = bytearray(b"hello")
a[0] = 72
a.append(33)
a.extend(b"abc")
a.extend([1, 2])
a.insert(1, 45)
a += b"Z"
a *= 2
print(a, len(a), a.pop(), a.pop(0), a[3], a[1:3], type(a[1:3]).__name__)
a.remove(45)
a.reverse()
print(a, a.index(b"o"), a.count(b"l"), a.copy() == a, a.copy() is a)
del a[0]
del a[1:3]
del a[::2]
a[1:2] = b"NEW"
a[-1:] = [1, 2, 3]
print(a)
a.clear()
print(a, bool(a), bytearray(3), bytearray("é", "latin-1"), bytearray([1]), bytearray(b"x") + b"y", b"x" + bytearray(b"y"), type(b"x" + bytearray()).__name__, bytearray(b"a") == b"a", bytearray(b"a") < b"b", bytearray.fromhex("ff00"), repr(bytearray(b"'")), bytearray(b"ab").hex(), str(bytearray(b"q")))
def attempt(f, *x):
    try: print(repr(f(*x)))
    except Exception as e: print(type(e).__name__, e)
a = bytearray(b"abc")
attempt(a.append, 256)
attempt(a.append, "x")
attempt(a.append, b"x")
attempt(a.extend, "abc")
attempt(a.extend, [1, 300])
attempt(a.extend, 5)
attempt(a.insert, 0, -1)
attempt(a.pop, 10)
attempt(bytearray().pop)
attempt(a.remove, 99)
attempt(a.__setitem__, 0, 256)
attempt(a.__setitem__, 0, "a")
attempt(a.__setitem__, 10, 1)
attempt(a.__setitem__, "x", 1)
attempt(hash, a)
attempt(lambda: a + "s")
attempt(lambda: bytearray(-1))
attempt(lambda: bytearray("x"))
attempt(lambda: a.__setitem__(slice(0, 1), 5))
attempt(lambda: a.__setitem__(slice(0, 1), "s"))
print(a, a.upper(), a.replace(b"a", b"X"), a.split(b"b"), a.find(b"c"), a.join([b"1", b"2"]), a.decode(), list(a), a[::-1], 98 in a, b"bc" in a, a.strip(b"a"), a.translate(None, b"a"), type(a.upper()).__name__, a.partition(b"b"), a % () if False else a.center(7, b"*"))
b = a
b += b"d"
print(a is b, a, bytes(a), a.endswith(b"d"), a.isalpha(), a.rjust(6), a.copy().zfill(6), a * 0, bytearray(b"%d") % 5)
m = memoryview(a)
try: a.append(1)
except BufferError as e: print(e)
try: a[0:1] = b"longer"
except BufferError as e: print(e)
m[0] = 90
m.release()
a.append(1)
print(a, a.__alloc__() >= len(a), a.__class__.__name__)
for i, x in enumerate(a): a[i] = x ^ 1
print(a, sum(a), max(a))
class BA(bytearray): pass
print(BA(b"s"), type(BA(b"x") + b"y").__name__, type(BA(b"xy")[:1]).__name__, BA(b"r").copy())
