import re, warnings
for p in ('[[a]', '[a[b]', '[a--b]', '[a&&b]', '[a~~b]', '[a||b]', '[--a]', '[&&a]', '[a-\\-]', '[[:alpha:]]', '[]&&a]', '[^[a]', '[a-b--c]', '[+--]'):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try:
            re.purge()
            r = re.compile(p)
        except re.error as e:
            r = e
        print(p, repr(r), [(x.category.__name__, str(x.message), x.lineno) for x in w])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        re.compile('x[[y]')
    except FutureWarning as e:
        print('raised', e)
