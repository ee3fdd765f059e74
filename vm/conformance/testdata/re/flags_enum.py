import re
print(re.I, repr(re.I), str(re.I), re.I | re.M, re.RegexFlag(0), re.NOFLAG, re.A | re.I | re.L | re.M | re.S | re.U | re.X)
print(re.RegexFlag(2), re.I.value, re.I == 2, re.IGNORECASE is re.I, int(re.M), ~re.I, re.I & re.M, re.RegexFlag(1 << 20 | 2))
print([f.name for f in re.RegexFlag], re.RegexFlag['M'], re.T, re.TEMPLATE, re.DEBUG, bool(re.NOFLAG))
for f in (0, re.I, re.I | re.M, re.A, re.X, re.S, 'x'):
    try:
        print(re.compile('a', f), re.compile('a', f).flags)
    except TypeError as e:
        print(e)
print(re.compile(b'a'), re.compile(b'a', re.I).flags, re.compile(b'a', re.L), re.compile('(?i)a'), re.compile('(?ims)a').flags, re.compile('(?a)x', re.M))
for p, f in (('a', re.L), ('a', re.A | re.U), (b'a', re.U), (b'a', re.A | re.L), (re.compile('a'), re.I)):
    try:
        print(re.compile(p, f))
    except ValueError as e:
        print(e)
print(re.compile(re.compile('a', re.I)), re.compile('a') is re.compile('a'))
