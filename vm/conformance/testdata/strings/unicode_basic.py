# Indexing, slicing, length and iteration of non-ASCII text; escapes; identifiers
s = "aé中😀e\u0301z"
print(len(s), [s[i] for i in range(len(s))], s[-1], s[-3], s[2:4], s[::-1], s[3], list(s)[3] == s[3], s[1:-1:2], [ord(c) for c in s], [c for c in s if c > "z"], s.index("z"), "😀" in s, s.count("e"))
big = "abc" * 100 + "中" + "xyz" * 100 + "😀" + "q" * 50
print(len(big), big[300], big[299:303], big[601], big[602:605], big[-51], big[-52], big[::100], big[big.index("😀") + 1], big.rindex("x"), big[650], big[500:303:-50])
print("\x41\u0042\U00000043\103\N{LATIN SMALL LETTER E WITH ACUTE}\N{SNOWMAN}", "\a\b\f\v\0\x7f".encode(), "\
continued", r"\x41\u0042", "\'\"\\", "a\tb", len("\0"), "\N{greek small letter alpha}", "\1\12\123\777" == "\x01\n\x53\u01ff")
é = 1
变量 = 2
ﬁx = 3
print(é + 变量, fix, "é" in globals(), "变量".isidentifier())
print(ascii(s), repr("\x00\x1f\x7f\x80\xa0\xad\u200b\u2028\ud800\U0010ffff\ufeff\u0300"), repr("\t\n\r\\'"), repr('"'), repr("'"), repr("'\""), ascii("\xe9\u4e2d\U0001f600"))
print(chr(0x1F600), ord("😀"), chr(0), chr(0x10FFFF) == "\U0010ffff", ord("\ud800"), "\ud83d\ude00" == "😀", len("\ud83d\ude00"), "e\u0301" == "é", "ß" < "z", "Z" < "a", "é" > "z", "😀" > "\uffff", max("aé中"), sorted("éaZ中b"), "a" < "aa" < "b", "" < "a")
print("中文".encode(), "中文".encode("utf-16-le"), "😀".encode("utf-16-be"), "é".encode("latin-1"), "a".encode("utf-32-le"), "é".encode("utf-8").decode("latin-1"), "中" * 3, "a" + "中" + "😀", "%s" % "中", "{}".format("😀"), f"{'中':>3}", "中".join("ab"), {"中": 1}, ("é",))
for code in ("'\\x4'", "'\\u004'", "'\\U00110000'", "'\\N{nope}'", "'\\N'", "'\\U0000004'", "b'é'", "'abc", "'''abc", "'\\"):
    try: eval(code)
    except SyntaxError as e: print(e.msg, e.lineno, e.offset)
