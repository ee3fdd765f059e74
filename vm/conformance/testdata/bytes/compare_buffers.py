# bytes, bytearray, memoryview and array compared with each other
from array import array
vals = [b"ab", bytearray(b"ab"), memoryview(b"ab"), array("b", b"ab"), array("B", b"ab"), [97, 98], (97, 98), "ab"]
for a in vals: print([a == b for b in vals], [a != b for b in vals])
class SB(bytes): pass
class SA(array): pass
print(SB(b"ab") == b"ab", b"ab" == SB(b"ab"), SA("b", b"ab") == array("b", b"ab"), SA("b", b"ab") == b"ab", SB(b"ab") == bytearray(b"ab"))
for f in (lambda: b"a" < bytearray(b"b"), lambda: bytearray(b"a") < b"b", lambda: b"a" < memoryview(b"b"), lambda: b"a" < array("b", b"b"), lambda: array("b", [1]) < array("b", [2]), lambda: array("i", [1, 2]) == array("d", [1, 2]), lambda: array("i", [1]) < [2], lambda: memoryview(b"a") < memoryview(b"b"), lambda: b"a" < "b"):
    try: print(f())
    except TypeError as e: print(e)
for tc in "bBhHiIlLqQfd":
    a, b, c = array(tc, [1, 1]), array(tc, [1, 0]), array(tc, [1, 2])
    print(tc, a < a, a <= a, a < b, a >= b, a < c, a > c, a == array(tc, a), a != b, array(tc) < a)
print(b"" in b"abc", b"bc" in bytearray(b"abc"), 98 in memoryview(b"abc"), array("b", b"a") == array("h", [97]), hash(memoryview(b"ab")) == hash(b"ab"))
