# Every str method without arguments over many texts; the bytes ones beside
texts = ["", " ", "a", "A", "aB c", "ab\ncd", "ǆ", "ß", "1", "²", "中", "é", "e\u0301", "😀", "_x", " pad ", "\t\n", "A1", "ΣΑΣ", "ﬁ", "İ"]
noarg = ["capitalize", "casefold", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper", "lower", "lstrip", "rsplit", "rstrip", "split", "splitlines", "strip", "swapcase", "title", "upper", "expandtabs"]
for t in texts: print(ascii(t), [getattr(t, m)() if not isinstance(getattr(t, m)(), str) else ascii(getattr(t, m)()) for m in noarg])
bnoarg = [m for m in noarg if hasattr(b"", m)]
for b in (b"", b"aB c", b"\xe9", b" x ", b"1", b"AB\n"): print(b, [getattr(b, m)() for m in bnoarg], [getattr(bytearray(b), m)() for m in bnoarg[:3]])
args = [("count", "a"), ("find", "b"), ("rfind", "b"), ("startswith", "a"), ("endswith", "c"), ("partition", "b"), ("rpartition", "b"), ("split", "b"), ("replace", "b", "X"), ("center", 7), ("ljust", 7), ("rjust", 7), ("zfill", 7), ("strip", "ac"), ("removeprefix", "a"), ("removesuffix", "c"), ("join", "xy"), ("encode",), ("index", "b")]
for t in ("abc", "abcabc", "中b中", ""):
    row = []
    for m, *a in args:
        try: row.append(getattr(t, m)(*a))
        except ValueError as e: row.append(str(e))
    print(ascii(t), row)
