# translate and maketrans
t = str.maketrans("abc", "xyz")
print(t, "aabbcc".translate(t), str.maketrans("ab", "xy", "cd"), "abcd".translate(str.maketrans("ab", "xy", "cd")), str.maketrans({"a": "1", 98: None, "c": 50, "d": "long"}), "abcd e".translate({97: "A", 98: None, 99: 90, 100: "DDD"}))
print("hello".translate({}), "中é".translate({0x4e2d: "Z", 0xe9: "e"}), "abc".translate(["x"] * 98), "abc".translate("0" * 97 + "QRS"), "".translate(t), "a".translate({97: ""}))
class D(dict):
    def __missing__(self, k): return chr(k + 1)
class G:
    def __getitem__(self, k):
        if k == 98: raise LookupError
        return "<%d>" % k
print("abc".translate(D()), "abc".translate(G()))
def attempt(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
attempt(str.maketrans, "ab", "c")
attempt(str.maketrans, "a")
attempt(str.maketrans, {"ab": 1})
attempt(str.maketrans, {1.5: "a"})
attempt(str.maketrans, "a", 5)
attempt(str.maketrans, "a", "b", 5)
attempt(str.maketrans, 5)
attempt(str.maketrans)
attempt("abc".translate, {97: 1.5})
attempt("abc".translate, {97: -1})
attempt("abc".translate, {97: 0x110000})
attempt("abc".translate, 5)
attempt("abc".translate)
attempt("abc".translate, {97: b"x"})
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abcabc".translate(None, b"b"), b"abc".translate(bytes(range(256)), delete=b"a"))
attempt(b"abc".translate, b"short")
attempt(bytes.maketrans, b"a", b"bc")
rot13 = str.maketrans("abcdefghijklmnopqrstuvwxyz", "nopqrstuvwxyzabcdefghijklm")
print("hello world".translate(rot13), "hello".translate(rot13).translate(rot13))
