# encode/decode with every error handler and many codecs
s = "aé中😀\ud800b"
def attempt(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
for h in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape", "surrogatepass", "nope"):
    print(h)
    for enc in ("ascii", "latin-1", "utf-8", "utf-16-le"):
        attempt(s.encode, enc, h)
b = b"a\xc3\xa9\xff\xe4\xb8\xadb\xf0\x9f\x98\x80\xed\xa0\x80\x80"
for h in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace"):
    print(h)
    for enc in ("ascii", "utf-8", "latin-1"):
        attempt(b.decode, enc, h)
print(b"\xff".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"), b"\xc0\x80\xf5\xe0\x80\x80\xf8".decode("utf-8", "replace"), b"\xe4\xb8".decode("utf-8", "replace"), b"\xf0\x9f\x98".decode("utf-8", "replace"), b"\xe4\xb8\xe4\xb8\xad".decode("utf-8", "replace"))
for enc in ("UTF-8", "utf8", "U8", "utf_8", "Latin1", "iso-8859-1", "L1", "us-ascii", "utf-16", "utf-32", "utf-8-sig", "utf-7", "cp1252", "hex", "rot13", "", "unknown-enc", "raw_unicode_escape", "unicode_escape"):
    attempt("aé".encode, enc)
attempt(b"\xef\xbb\xbfabc".decode, "utf-8-sig")
attempt(b"\xff\xfea\x00".decode, "utf-16")
attempt(b"a\x00b".decode, "utf-16-le")
attempt(b"\\u4e2d\\n\\x41".decode, "unicode_escape")
attempt("abc".encode, errors="bad handler is not looked at")
attempt("abc".encode, "ascii", "bad handler is not looked at")
attempt("é".encode, "ascii", errors="ignore")
attempt("a".encode, 5)
attempt(b"a".decode, "utf-8", 5)
attempt(str, b"\xc3\xa9", "utf-8")
attempt(str, b"abc", encoding="ascii")
attempt(str, b"\xff", errors="replace")
attempt(str, b"abc")
attempt(str, "abc", "utf-8")
attempt(str, 5, "utf-8")
attempt(str, bytearray(b"x"), "ascii")
attempt(str, memoryview(b"mv"), "ascii")
attempt(bytes, "é", "utf-8")
attempt(bytes, "é", "ascii", "replace")
attempt(bytes, "é")
attempt(bytes, 5, "utf-8")
attempt(str)
attempt(str, object=5)
import codecs
print(codecs.lookup("utf8").name, codecs.encode("é", "utf-8"), codecs.decode(b"\xc3\xa9"))
