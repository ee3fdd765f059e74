import re
p = re.compile('^a|b$|c')
for args in (('abc',), ('abc', 1), ('abc', 0, 2), ('abc', 5), ('abc', -3), ('abc', 2, 1), ('abc', 0, 100), ('ab', 1, 2)):
    m = p.search(*args)
    print(args, m and (m.span(), m.pos, m.endpos), p.match(*args), p.fullmatch(*args), p.findall(*args))
print(p.search(string='xc', pos=1, endpos=2), p.search('xc', endpos=1))
q = re.compile(r'(?<=a)b|\bfoo')
print(q.search('ab', 1), q.match('xfoo', 1), q.match(' foo', 1))
print([m.span() for m in re.compile('é').finditer('aébécé', 2, 5)])
print(re.compile('$').findall('a\n', 0, 1), re.compile('$').search('ab\n').span())
for bad in (None, 'x', 1.0):
    try:
        p.search('abc', bad)
    except TypeError as e:
        print(e)
