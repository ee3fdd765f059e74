# String methods as programs use them
s = "  Hello, World!  "
print(s.strip(), s.lower().strip().split(", "), s.replace("l", "L"), s.find("World"), s.count("o"), s.strip().startswith("Hello"), s.strip()[::-1], len(s), "-".join("abc"), "a b  c".split(), "a,b,,c".split(","), "x=1;y=2".partition(";"))
print("hello world".title(), "hello".capitalize(), "MiXed".swapcase(), "abc".isalpha(), "123".isdigit(), " ".isspace(), "aB1".isalnum(), "42".zfill(5), "a".center(5, "*"), "ab".ljust(4) + "|", "tab\there".expandtabs(4))
text = "the cat sat on the mat"
print({w: text.split().count(w) for w in sorted(set(text.split()))}, text.index("sat"), text.rfind("t"), text.replace("the", "a", 1), "".join(sorted(text)).strip()[:5], [w.capitalize() for w in text.split()])
try: "abc".index("z")
except ValueError as e: print(e)
print("line1\nline2\r\nline3".splitlines(), "%s is %d years" % ("Ann", 30), "{} {}".format(1, 2), f"{3.14159:.2f}", "abc" * 2, "b" in "abc", min("hello"), "é".upper(), "ß".upper(), ord("A"), chr(66))
