import re
for p, s in (('(?i)a', 'A'), ('(?i:a)b', 'Ab'), ('(?i:a)b', 'AB'), ('(?-i:a)b', 'aB'), ('(?s:.)', '\n'), ('(?s-i:a.)', 'a\n'), ('(?x) a b # c', 'ab'), ('(?x: a b)c', 'abc'), ('(?m:^b)', 'a\nb'), ('(?x)a(?-x: b)', 'a b'), ('(?i)(?-i:a)b', 'aB'), ('(?#comment)a', 'a'), ('(?im)^A', 'x\na'), ('(?a:\\w)', 'é'), ('(?i:(?s:a.))', 'A\n')):
    print(p, re.search(p, s), re.search(p, s, re.I))
for p in ('a(?i)b', '(?i', '(?i-', '(?-', '(?-)', '(?i-)', '(?z)', '(?iz)', '(?-z:a)', '(?i-z:)', '(?L)a', '(?L:a)', '(?au)a', '(?a:x)(?u:y)', '(?-a:x)', '(?i-i:x)', '(?t:a)', '(?-t:a)', '(?i)(?s)a', ' (?i)a', '|(?i)a', '((?i)a)', '(?:(?i)a)', '(?(1)(?i)a)', '(?i1)', '(?i-1:a)', '(?', '(?^', '(?é)'):
    try:
        print(p, re.compile(p))
    except re.error as e:
        print(p, e, e.pos)
for p in (b'(?u)a', b'(?L)a', b'(?La)b', b'(?L:a)', b'(?a-L:x)'):
    try:
        print(p, re.compile(p))
    except re.error as e:
        print(p, e)
