import re
s = 'ab\ncd\n'
for p in ('^', '$', r'\A', r'\Z', '^.', '.$', r'.\Z', r'\A.', '\n$', '^cd', 'ab$', 'd$', r'd\Z', '^$', '$^'):
    print(repr(p), [m.span() for m in re.finditer(p, s)], [m.span() for m in re.finditer(p, s, re.M)])
for p in (r'\b', r'\B', r'\bab', r'\Bb', r'a\b', r'\b\b', r'\B\B'):
    print(p, [m.start() for m in re.finditer(p, 'ab é_1 -x')], [m.start() for m in re.finditer(p, 'ab é_1 -x', re.A)], [m.start() for m in re.finditer(p.encode(), 'ab é'.encode())], re.findall(p, ''))
