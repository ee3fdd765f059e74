import re, warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    re.compile('[[x]')          # line 4
    re.match('[a&&y]',
             'a')               # 5 or 6
    re.sub('(q)', r'\g<+1>', 'q')
print([(x.lineno, x.category.__name__) for x in w])
