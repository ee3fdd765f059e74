# Caesar, Vigenère, run-length, anagrams, palindromes, Morse
def caesar(s, k): return "".join(chr((ord(c) - (a := ord("A" if c.isupper() else "a")) + k) % 26 + a) if c.isalpha() else c for c in s)
def vig(s, key, sign=1):
    out, i = [], 0
    for c in s:
        if c.isalpha(): out.append(caesar(c, sign * (ord(key[i % len(key)]) - 97))); i += 1
        else: out.append(c)
    return "".join(out)
msg = "Attack at Dawn!"
print(caesar(msg, 3), caesar(caesar(msg, 13), 13), vig(msg, "lemon"), vig(vig(msg, "key"), "key", -1))
groups = {}
for w in "listen silent enlist google elbow below".split(): groups.setdefault("".join(sorted(w)), []).append(w)
print([g for g in groups.values() if len(g) > 1])
MORSE = dict(zip("ETAINOSHR", ". - .- .. -. --- ... .... .-.".split()))
enc = " ".join(MORSE[c] for c in "THISONE")
print(enc, "".join({v: k for k, v in MORSE.items()}[t] for t in enc.split()))
try: print(" ".join(MORSE[c] for c in "XYZ"))
except KeyError as e: print("no code for", e)
