import re
for p in ('x*', 'x??', '(?:)', '$', '^', r'\b', r'\B', '(?=a)', '(?<=a)', '(a|)', '(|a)', 'a*?', r'\Z', '(?m)^', '(?m)$'):
    for s in ('', 'a', 'aab', 'a\nb\n', 'xax'):
        print(p, repr(s), [m.span() for m in re.finditer(p, s)], repr(re.sub(p, '-', s)), re.split(p, s))
