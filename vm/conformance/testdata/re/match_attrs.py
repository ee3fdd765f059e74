import re
p = re.compile(r'(?P<year>\d{4})-(?P<month>\d\d)?')
m = p.search('on 2024- or 1999-12', 3, 12)
print(m.pos, m.endpos, m.span(), m.groupdict(), m.groupdict('?'), m.groupdict(default=0))
print(m.groups(), m.groups('x'), m.groups(default='y'), m.lastindex, m.lastgroup)
print(m['year'], m['month'], m.start('month'), m.end('month'), m.span('month'))
print(m.expand(r'\g<year>/\g<month>/\1'))
print(p.groups, p.groupindex, dict(p.groupindex), p.flags, p.pattern)
for name in ('pos', 'string', 're', 'lastindex', 'regs'):
    try:
        setattr(m, name, 1)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
try:
    p.groupindex['n'] = 1
except TypeError as e:
    print(e)
try:
    m['nope']
except IndexError as e:
    print(e)
print(type(m), type(p), type(m).__name__, type(p).__module__, isinstance(m, re.Match), isinstance(p, re.Pattern))
for t in (re.Match, re.Pattern):
    try:
        t()
    except TypeError as e:
        print(e)
