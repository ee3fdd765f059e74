import re
for p, s in (('a|ab', 'ab'), ('(?:a|ab)(?:c|bcd)?', 'abcd'), ('a*?', 'aaa'), ('(a|ab)(c|bcd)(d*)', 'abcd'), ('a??', 'a'), ('a$', 'a\n'), ('a$\n', 'a\n'), ('(?:a*)*', 'aab'), ('.*', 'a\n'), ('(?s).*', 'a\n'), ('[ab]*b', 'aab'), ('(?>a|ab)', 'ab'), ('a*+a', 'aa'), ('(?=a)ab|ac', 'ac'), (r'\w+|\W+', 'ab'), ('', ''), ('', 'a'), ('(a)?', ''), ('(a*?)(b?)', 'aab')):
    m = re.fullmatch(p, s)
    print(p, repr(s), m and (m.span(), m.groups()))
print(re.compile('ab?').fullmatch('xaby', 1, 3), re.compile('ab?').fullmatch('xaby', 1, 2), re.compile('a').fullmatch('a', 0, 0))
