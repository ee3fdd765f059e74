import re
for p, s in (('a++a', 'aaa'), ('a*+a', 'aaa'), ('a?+a', 'a'), ('a{1,2}+a', 'aaa'), ('a{1,2}+a', 'aa'), ('(?>a+)b', 'aab'), ('(?>a|ab)c', 'abc'), ('(?>ab|a)c', 'abc'), ('(?:ab)++c', 'ababc'),
             ('(?:ab)*+ab', 'abab'), ('(a|ab)++c', 'abc'), ('(?:ab)?+ab', 'ab'), ('[ab]++b', 'aabb'), ('.*+', 'abc'), ('(?>(a+))(b)?', 'aab'), ('"(?>.*?")x', '"a"x'), (r'\w++\b', 'ab cd'), ('(?>a*)(?>b*)c', 'aabbc'), ('(?:a?+)*b', 'aab'), ('a{2}+a', 'aaa'), ('(?:a|b){2,3}+b', 'abab')):
    m = re.match(p, s)
    print(p, s, m and (m.group(), m.groups()), re.fullmatch(p, s), re.findall(p, s))
for p in ('a+++', 'a**', 'a*?+', '(?>a', '(?>', 'a{2}{3}', '++', 'a{1}+*'):
    try:
        print(p, re.compile(p))
    except re.error as e:
        print(p, e)
