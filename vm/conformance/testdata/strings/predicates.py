# is* methods over many characters
chars = ["a", "A", "1", "²", "½", "٣", "Ⅷ", "一", "中", " ", "\t", "\n", "\u00a0", "\u2003", "\u200b", "_", "-", "é", "e\u0301", "\u0301", "ª", "ʰ", "😀", "\x00", "\x7f", "\x80", "\xad", "\u2028", "ǅ", "ß", "\ud800", "€", "𝟘", "๑", "", "aB", "ab1", "a b", "1_", "if", "x²", "Title Case", "ABC\n", "\U0010ffff", "\u0378", "〇", "࿿"]
names = ["isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "isupper", "islower", "istitle", "isidentifier", "isprintable", "isascii"]
for c in chars:
    print(ascii(c), "".join("1" if getattr(c, n)() else "0" for n in names))
