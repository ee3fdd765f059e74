import re, warnings
warnings.simplefilter('always')
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    p = re.template('ab')
    print(p.match('ab'), p.flags, [(x.category.__name__, str(x.message)) for x in w])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    re.compile('cd', re.T)
    print([(x.category.__name__, str(x.message)) for x in w])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    for p in ('a*', '(a){2}', 'a+?', 'b??'):
        try:
            re.compile(p, re.TEMPLATE)
        except re.error as e:
            print(e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    print(re.sub('(a)', r'\g<+1>', 'a'), re.compile('(a)(?(+1)b)').match('ab'), re.compile(b'(?P<\xe9>a)').groupindex)
    for x in w:
        print(x.category.__name__, x.message)
