# Reading text: words, sentences, letters, longest lines, an index
TEXT = """It is a truth universally acknowledged, that a single man in possession
of a good fortune, must be in want of a wife.

However little known the feelings or views of such a man may be on his
first entering a neighbourhood, this truth is so well fixed in the minds
of the surrounding families, that he is considered as the rightful property
of some one or other of their daughters."""
words = [w.strip(",.").lower() for w in TEXT.split()]
count = {}
for w in words: count[w] = count.get(w, 0) + 1
print(len(words), len(count), sorted(count.items(), key=lambda kv: (-kv[1], kv[0]))[:6])
letters = {}
for ch in TEXT.lower():
    if ch.isalpha(): letters[ch] = letters.get(ch, 0) + 1
print("".join(sorted(letters, key=lambda c: (-letters[c], c))))
index = {}
for n, line in enumerate(TEXT.splitlines(), 1):
    for w in line.replace(",", "").replace(".", "").split(): index.setdefault(w.lower(), set()).add(n)
for w in ("a", "truth", "of", "man"): print(w, sorted(index[w]))
print([len(p.split()) for p in TEXT.split("\n\n")], max(TEXT.splitlines(), key=len), max(words, key=lambda w: (len(w), w)))
by_len = {}
for w in set(words): by_len.setdefault(len(w), []).append(w)
for n in sorted(by_len): print(n, *sorted(by_len[n])[:4])
print(" ".join(w for i, w in enumerate(words) if w not in words[:i])[:120])
wrapped, line = [], ""
for w in TEXT.split():
    if len(line) + len(w) + 1 > 30: wrapped.append(line); line = w
    else: line = (line + " " + w).strip()
wrapped.append(line)
print("\n".join(f"|{l:<30}|" for l in wrapped))
