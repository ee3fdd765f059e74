# Long strings: indexing deep into non-ASCII text, slicing windows, building and searching
text = "".join(chr(0x4e00 + i % 500) if i % 3 else chr(97 + i % 26) for i in range(30000))
print(len(text), len(text.encode()), text[0], text[29999], text[15000], text[-15000], text[20000:20005], text[::7500], text[29990:], text.count("a"), text.find("z", 15000), text.rfind("中"))
print(sum(ord(c) for c in text), sum(ord(text[i]) for i in range(0, 30000, 7)), hash(text) == hash(text[:]), text == text[:15000] + text[15000:], text[1:] != text[:-1])
words = ("lorem ipsum dolor sit amet " * 3000).split()
print(len(words), len(" ".join(words)), words.count("sit"), len(set(words)), "-".join(words[:3]), " ".join(words).count("or s"), " ".join(words).replace("ipsum", "中").count("中"), len("x" * 10**6), ("ab" * 10**5).rfind("ab"), ("a" * 10**5 + "b").find("b"), ("a" * 10**5).find("ab"), ("a" * 5000 + "b").count("ab"))
lines = "\n".join(f"line {i}" for i in range(5000))
print(len(lines.splitlines()), lines.splitlines()[4321], len(lines.split("\n")), lines.partition("line 4000")[2][:10].strip(), lines[-4:], lines.upper()[-9:], lines.translate({10: ";"})[:20])
mixed = "a" * 1000 + "é" + "b" * 1000 + "中" + "c" * 1000 + "😀" + "d" * 1000
print([mixed[i] for i in (999, 1000, 1001, 2000, 2001, 2002, 3002, 3003, 3004, 4002)], mixed.index("😀"), mixed[1000::1001], mixed[::-1][1000], mixed.isascii(), mixed[:1000].isascii(), mixed.replace("é", "").index("中"))
s = ""
for i in range(20000): s += "x" if i % 2 else "é"
print(len(s), s[:4], s[19999], s.count("é"))
