import re
text = 'aé1٣_ \t\n\x1c\x85\xa0\u2003²Ⅷ東ª𝟘😀-'
for p in (r'\w', r'\W', r'\d', r'\D', r'\s', r'\S', r'[\w]', r'[^\w]', r'[\d\s]', r'[^\d\s]', r'[\W\d]', '.', '[^a]', '[a-z]', '[é-ü]', '[^é-ü]', r'\b.'):
    print(p, [ascii(c) for c in re.findall(p, text)])
    print(p, 'A', [ascii(c) for c in re.findall(p, text, re.A)])
print(re.findall(rb'\w|\s', 'aé \xa0'.encode('latin1')), re.findall(rb'\W', b'a\xff'), re.findall(rb'[\x80-\xff]', b'a\x80\xff'))
print(re.findall(r'(?a:\w)\w', 'aé éa'), re.findall(r'(?a)\w', 'aé'), re.findall(r'(?u:\w)', 'é', re.U))
