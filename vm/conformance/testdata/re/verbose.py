import re
p = re.compile(r'''
    (?P<int>  \d+ )      # the integer part
    (?: \. (?P<frac>\d* ) )?   # and what follows
    [ #]?   # a space or hash in a set counts
    \ x\#   # escaped ones too
''', re.X)
print(p.match('12.5 x#'), p.match('12 x#').groupdict(), p.match('12#') )
print(p)
print(re.match('(?x)a b', 'ab'), re.match('(?x) a # c\n b', 'ab'), re.match(r'(?x)a\ b', 'a b'), re.match('(?x)a {2}', 'aa'), re.match('(?x)a #', 'a'))
for q in ('(?x) ( a # )', '(?x) (? :a)', '(?x)[ a', '(?x) *'):
    try:
        print(re.compile(q))
    except re.error as e:
        print(repr(q), e, e.lineno, e.colno)
