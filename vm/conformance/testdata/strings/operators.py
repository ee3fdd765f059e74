# str operators: +, *, comparison, in, iteration, immutability, identity independent results
print("a" + "b", "ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "" * 5, "a" "b" 'c', "é" * 3, "中" + "a")
print("a" < "b", "a" < "B", "abc" < "abd", "abc" < "abcd", "" < "a", "a" == "a", "a" != "b", "é" < "z", "a" <= "a", "b" >= "ab", "10" < "9", "a" == 97, "a" != None)
def attempt(code):
    try: print(eval(code))
    except Exception as e: print(code, type(e).__name__, e)
for c in ("'a' + 1", "1 + 'a'", "'a' - 'b'", "'a' * 'b'", "'a' * 2.0", "'a' / 2", "'a' < 1", "1 in 'a'", "'a' in 1", "-'a'", "'a' @ 'b'", "'a' & 'b'", "'a'[0]", "'a'[1]", "'a'[-2]", "'a'['b']", "'a'()", "'a'.x", "len('a', 'b')", "'a' + b'b'", "b'a' + 'b'", "'a' == b'a'", "'a' + None", "'a' + ['b']", "'ab' % 5", "'a' ** 2", "not 'a'", "'a' and 'b'", "'' or 'c'", "'a' is None"):
    attempt(c)
s = "abc"
for m in ("s[0] = 'x'", "del s[0]", "s.x = 1", "s += 1", "s *= 2.0"):
    try: exec(m, {"s": s})
    except Exception as e: print(type(e).__name__, e)
s += "d"
s *= 2
print(s, [c for c in s], dict(enumerate("ab")), list(zip("ab", "cd")), "".join(reversed("abc")), sorted("hello"), set("aab") == {"a", "b"}, max("abc"), min("abc"), list(map(ord, "ab")), "abc".__len__(), tuple("ab"), *"xy")
t = ""
for i in range(1000): t += chr(97 + i % 26)
u = t
t += "!"
print(len(t), len(u), t[-3:], u[-3:], hash("abc") == hash("ab" + "c"), "abc".__add__("d"), "abc".__mul__(2), "abc".__contains__("b"), "abc".__getitem__(1), "a".__eq__(1), "a".__lt__(1), "%s" .__mod__("x"), "abc".__rmul__(2), "a".__ne__("b"), "x".__hash__() == hash("x"), str.__add__("a", "b"))
x = y = "shared"
x += "1"
print(x, y)
words = "the quick brown fox".split()
acc = ""
for w in words: acc = acc + w[0].upper() + w[1:] + " "
print(acc.strip(), " ".join(w[::-1] for w in words), "".join(sorted("".join(words)))[:5])
