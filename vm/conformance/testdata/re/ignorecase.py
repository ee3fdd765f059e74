import re
for p, s in (('k', '\u212a'), ('\u212a', 'k'), ('s', '\u017f'), ('ſ', 'S'), ('i', '\u0130'), ('\u0130', 'i'), ('\u0131', 'I'), ('σ', 'ς'), ('Σ', 'ς'), ('ß', 'ẞ'), ('µ', 'μ'), ('é', 'É'), ('ǆ', 'ǅ'), ('[a-z]', '\u212a'), ('[^k]', '\u212a'), ('[à-ý]', 'É'), ('[\U00010400]', '\U00010428'), ('\U00010428', '\U00010400'), ('ﬅ', 'ﬆ'), ('ΐ', '\u1fd3'), ('[W-c]', 'x'), ('[W-c]', '_'), ('[^x]', 'X'), ('ab', 'aB'), ('İ', 'İ'), ('\u0345', 'ι')):
    print(ascii(p), ascii(s), bool(re.fullmatch(p, s, re.I)), bool(re.fullmatch(p, s)), bool(re.fullmatch(p, s, re.I | re.A)))
print(re.findall(b'(?i)[a-c]x', b'AxBXdx'), re.findall(b'(?i)\xe9', b'\xc9\xe9'), re.findall('(?i)straße', 'STRASSE Straße STRAẞE'))
print(re.sub('(?i)b', 'x', 'aBbC'), re.split('(?i)x', 'aXbxc'), re.search('(?i)hello world', 'say HeLLo WORLD'))
