import re
print(re.findall(r'(\w)\1', 'aabbcd'), re.match(r'(a)(b)\2\1', 'abba'), re.match(r'(a?)b\1', 'b'), re.match(r'(a)?b\1', 'b'))
print(re.match(r'(?i)(a)\1', 'aA'), re.match(r'(?i)(é)\1', 'éÉ'), re.match(r'(ss)\1', 'ssSS'), re.match(b'(?i)(\xe9)\\1', b'\xe9\xc9'))
print(re.match(r'(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)\10', 'abcdefghijj'), re.match(r'(a)\0011', 'a\x011') , re.match(r'\141\1', 'a\x01') if 0 else '-')
print(re.search(r'(?P<q>[\'"]).*?(?P=q)', 'say "it\'s" now'), re.match(r'(a|b)*\1', 'abb'), re.match(r'(?:(a)|b)*\1', 'aba'))
for p in (r'\1', r'(\1)', r'(a)\2', r'(a)\8', r'\9', r'(a\1)', r'(?:a)\1', r'(a)(?<=\1)', r'(?<=(a)\1)', r'(?<=(a)(?(1)b|c))'):
    try:
        print(p, re.compile(p))
    except re.error as e:
        print(p, e)
