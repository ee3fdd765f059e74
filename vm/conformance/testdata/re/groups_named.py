import re
m = re.match(r'(?P<first>a)(?P<second>b)?(?P=first)', 'aa')
print(m.groupdict(), m.lastgroup, m.lastindex, m.groups())
print(re.match('(?P<été>x)', 'x').groupdict(), re.compile('(?P<a>(?P<b>.)(?P<c>.))').groupindex)
print(re.match('(a)(?P<n>b)', 'ab').lastgroup, re.match('(?P<n>a)(b)', 'ab').lastgroup, re.match('((?P<n>a)b)', 'ab').lastgroup)
def t(p):
    try:
        print(re.compile(p).groupindex)
    except re.error as e:
        print(e)
for p in ('(?P<a>x)(?P<a>y)', '(?P<1a>x)', '(?P<>x)', '(?P<a', '(?P<a x)', '(?P=b)', '(?P<a>(?P=a))', '(?P=)', '(?P', '(?Px)', '(?P<a.b>x)', '(?P=1)', '(?P<a>.)(?P=a', '(?P<é>.)'):
    t(p)
