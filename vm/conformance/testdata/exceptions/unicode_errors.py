# UnicodeDecodeError and friends: construction, attributes, str
def attempt(f, *a):
    try:
        r = f(*a)
        print(repr(r), "|", r)
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: b"\xff".decode())
attempt(lambda: b"ab\xe4\xb8".decode("utf-8"))
attempt(lambda: b"\xe4\xb8\x41".decode("utf-8"))
attempt(lambda: "é中".encode("ascii"))
attempt(lambda: "a中文b".encode("latin-1"))
attempt(lambda: "\ud800".encode())
attempt(lambda: b"\x80".decode("ascii"))
attempt(lambda: b"abc".decode("nope"))
attempt(lambda: "abc".encode("nope"))
attempt(lambda: b"\xff".decode("utf-8", "badhandler"))
e = UnicodeDecodeError("enc", b"abc", 1, 2, "reason")
print(e, e.encoding, e.object, e.start, e.end, e.reason, e.args)
e.end = 3
print(e)
print(UnicodeEncodeError("enc", "a\u4e2d", 1, 2, "r"), UnicodeEncodeError("enc", "\xe9", 0, 1, "r"), UnicodeEncodeError("enc", "\U0001f600", 0, 1, "r"))
print(UnicodeTranslateError("a\u4e2d", 1, 2, "r"), UnicodeEncodeError("e", "abc", 0, 3, "r"))
attempt(UnicodeDecodeError, "a")
attempt(UnicodeDecodeError, 1, b"", 0, 1, "r")
attempt(UnicodeDecodeError, "e", "str", 0, 1, "r")
attempt(UnicodeEncodeError, "e", b"b", 0, 1, "r")
attempt(UnicodeDecodeError, "e", b"", 0, 1, "r")
try:
    "ab\ud800cd".encode("utf-8")
except UnicodeEncodeError as err:
    print(err.start, err.end, err.object == "ab\ud800cd", err.reason, err.encoding)
