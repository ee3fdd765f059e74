# Iterating, joining, reversing, comparing, encoding text of all widths
for s in ("abc", "añb", "a中b", "a😀b", ""):
    print(s, len(s), list(s), s[::-1], [ord(c) for c in s], sorted(s), "".join(reversed(s)), s == "".join(s), s * 2, s + s, s.encode(), max(s, default=None), [s[i] for i in range(-len(s), 0)], s[1:], s[:1], s.center(7, "*"), {c: s.count(c) for c in s}, s in s, s.find(s[-1:]), tuple(enumerate(s)))
def is_pal(s):
    t = [c.lower() for c in s if c.isalnum()]
    return t == t[::-1]
print(is_pal("A man, a plan, a canal: Panama"), is_pal("été"), is_pal("no"))
def caesar(s, k): return "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)
print(caesar("hello, world", 3), caesar(caesar("xyz", 5), -5))
def rle(s):
    out, prev, n = "", None, 0
    for c in s + "\0":
        if c == prev: n += 1
        else:
            if prev: out += prev + (str(n) if n > 1 else "")
            prev, n = c, 1
    return out
print(rle("aaabccd"), rle(""), rle("中中a"))
words = "it was the best of times it was the worst of times".split()
print(" ".join(sorted(set(words))), {w: words.count(w) for w in sorted(set(words))}, max(words, key=len), "-".join(w[0] for w in words), " ".join(w.title() if i % 2 else w for i, w in enumerate(words)))
table = str.maketrans({"a": "4", "e": "3", "o": None})
print("leet code example".translate(table), "a-b_c".replace("-", "").replace("_", ""), "x".join(["1"] * 3), "a,b;c".replace(";", ",").split(","))
print("abc" < "abd" < "b", "Z" < "a", "" < "\0", "10" < "9", ("a", 1) < ("a", 2), "é" > "e", sorted(["b", "A", "a", "B"], key=str.lower), sorted(["b10", "b9"], key=lambda s: (s[0], int(s[1:]))))
lines = """first line
  second
third""".splitlines()
print([l.strip() for l in lines], len(lines), "\n".join(lines) == "first line\n  second\nthird", [len(l) - len(l.lstrip()) for l in lines])
acc = ""
for i in range(10): acc = str(i) + acc
print(acc, acc[::-1], acc[2:-2:3], acc.partition("5"), int(acc) + 1)
