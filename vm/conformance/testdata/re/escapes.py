import re
for p, s in ((r'\x41', 'A'), (r'\u0041', 'A'), (r'\U0001F600', '😀'), (r'\N{EM DASH}', '—'), (r'\N{LATIN SMALL LETTER A}', 'a'), (r'\0', '\0'), (r'\01', '\1'), (r'\012', '\n'), (r'\0123', '\n3'), (r'\101', 'A'), (r'\377', '\xff'), (r'\a\f\n\r\t\v', '\a\f\n\r\t\v'), (r'\\', '\\'), (r'\.', '.'), (r'\-\ \#\é\~', '- #é~'), (r'\_', '_'), ('\\\n', '\n')):
    print(p, re.fullmatch(p, s))
print(re.fullmatch(rb'\x41\101\0', b'AA\0'))
for p in (r'\x', r'\x1', r'\xg', r'\u', r'\u123', r'\U1234567', r'\U00110000', r'\N', r'\N{', r'\N{}', r'\N{foo}', r'\c', r'\q', r'\400', r'\8', '\\', 'a\\', r'\N{KEYCAP NUMBER SIGN}', rb'\u0041', rb'\N{A}', rb'\c', r'\_a\i'):
    try:
        print(p, re.compile(p))
    except re.error as e:
        print(p, e, e.pos)
