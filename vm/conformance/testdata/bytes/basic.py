# bytes: construction, literals, indexing, iteration, repr, immutability
print(bytes(), bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"x"), bytes(bytearray(b"y")), bytes(memoryview(b"z")), bytes((65, 66)), bytes(range(5)), bytes(i for i in b"ab"), b"\x00\xff\t\n\r\\'\"a", b'"', b"'", b"'\"", b"a" b"b", rb"\n", Rb"\x41", br"\\", b"""multi
line""")
b = b"hello"
print(b[0], b[-1], b[1:3], b[::-1], list(b), len(b), b + b"!", b * 2, 2 * b, b == b"hello", b != b"x", b < b"z", 104 in b, b"ell" in b, b"" in b, hash(b) == hash(b"hello"), b[:] is b, bool(b""), max(b), sorted(b), b"".join([b"a", b"b"]), b",".join([b"x", bytearray(b"y")]), bytes.fromhex("48 65 6c6C"), b.hex(), b.hex(" "), b.hex("-", 2), b.hex(":", -2), bytes.fromhex(""), b"\xde\xad\xbe\xef\x01".hex("_", 4))
def attempt(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
attempt(bytes, [256])
attempt(bytes, [-1])
attempt(bytes, ["a"])
attempt(bytes, "abc")
attempt(bytes, 1.5)
attempt(bytes, None)
attempt(bytes, -1)
attempt(bytes, 2**70)
attempt(bytes, [1], "utf-8")
attempt(bytes, object())
attempt(lambda: b[10])
attempt(lambda: b["a"])
attempt(lambda: b + "s")
attempt(lambda: b"a" + [1])
attempt(lambda: "a" in b)
attempt(lambda: 256 in b)
attempt(lambda: b < "a")
attempt(lambda: b == "hello")
attempt(lambda: b"".join(["a"]))
attempt(lambda: b"".join([1]))
attempt(bytes.fromhex, "0")
attempt(bytes.fromhex, "zz")
attempt(bytes.fromhex, "1 2")
attempt(bytes.fromhex, b"00")
attempt(b.hex, "ab")
attempt(b.hex, "é")
attempt(b.hex, 5)
attempt(lambda: b"a" * b"b")
class B:
    def __bytes__(self): return b"from __bytes__"
class Bad:
    def __bytes__(self): return "str"
class Idx:
    def __index__(self): return 3
print(bytes(B()), bytes(Idx()))
attempt(bytes, Bad())
for c in ("b[0] = 1", "del b[0]", "b.x = 1"):
    try: exec(c, {"b": b})
    except Exception as e: print(type(e).__name__, e)
class SB(bytes): pass
print(SB(b"sub"), type(SB(b"a") + b"b").__name__, SB([65]), type(SB(b"x")[:]).__name__, type(SB.fromhex("41")).__name__)
