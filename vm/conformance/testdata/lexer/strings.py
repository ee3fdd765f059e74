# String literals: prefixes, escapes, triple quotes, continuation, concatenation
print('single', "double", '''triple single''', """triple double""", 'it"s', "it's", '''it's "both"''', """ends with quote\"""", '\'', "\"", '\\', "a\
b", '''line1
line2''', """line1\
joined""")
print(r'\n', R"\t", r'\'', r"\"", r'''\
''' == "\\\n", u'unicode', U"U", b'bytes', B"BYTES", rb'\x00', bR"\x00", Rb'\'', f'{1}', F"{2}", rf'\{3}', fR"\n{4}")
print('\x41\101\u0041\U00000041\N{LATIN CAPITAL LETTER A}', '\0\07\377' == '\x00\x07\xff', '\08' == '\x008', repr('\a\b\f\n\r\t\v'), '\1234' == 'S4', len('\u00e9'), len('\U0001F600'), '\N{GREEK SMALL LETTER PI}\N{em dash}')
print(b'\x00\xff\101\n\\\'', b"\0\7", b'\u0041', b'\N{x}', b'a' b"b", len(b'\xff\xfe'))
print('a' 'b' "c" '''d''' """e""", ('long '
      'string '
      "in parens"), 'tab	inside', 'unicode é中😀', '' '' == '', "" or 'empty', '"' "'")
print('percent %s' % 'x' 'y', ('a' 'b') * 2, 'a' 'b'[0], "x" "y".upper(), 'a' if 1 else 'b' 'c')
s = '''
  indented
	tabbed

'''
print(repr(s), len(s), '\
', repr('''\
'''), """""" == '', '''''' "x", """a""b"""if 0 else"z", '''a'b''c''' )
print('\
\
x', 'a\\\nb', 'a\\nb', r'a\nb', '{not f}', '%d', '$x', '\u007b', '\x7b', f'\x7b{1}', f'\u007b{1}', f'{"{"}', '\{')if 0 else print('\\')
print("# not a comment", 'x' # a comment
      'y')
print(len("\r\n"), len('''
'''), "\x0a" == '\n', "\N{DIGIT ONE}" == '1', "\u0031" + "\61", "nul\0byte"[3] == '\x00', ascii("\ud83d\ude00"), '\ud83d' < '\U0001f600')
