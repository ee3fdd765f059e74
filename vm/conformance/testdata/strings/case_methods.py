# Case methods: upper lower title capitalize swapcase casefold, with Unicode specials
for s in ("hello World", "ÀÉÎ õü", "straße", "ŉ", "ǆ Ǆ ǅ", "İ ı i I", "ΑΣ ΣΑΣ σ ς", "ﬁ ﬂ", "они'реку they're 3rd", "中文 abc", "x1y2 z_a-b", "", "ΐ", "Ω K Å", "ꭰ Ꭰ", "𐐀 𐐨", "ß", "aͅ", "ǰ"):
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), s.isupper(), s.islower(), s.istitle())
print("HELLO".casefold() == "hello".casefold(), "Maße".casefold() == "MASSE".casefold(), "a".upper().lower())
