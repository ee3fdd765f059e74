import re
n = 200000
print(re.match('(?:ab|cd)*', 'abcd' * n).end(), re.match('(a|b)*c', 'ab' * n + 'c').end(), re.match('(?:.)*?x', 'a' * n + 'x').end())
print(len(re.findall(r'\w+', 'word ' * n)), len(re.sub('a', 'bb', 'a' * n)), re.search('z', 'a' * n), len(re.split(',', ',' * n)))
print(re.match('(?:(?:a)*b)*', ('a' * 10 + 'b') * 10000).end(), re.match('a{0,100000}b', 'a' * 100000 + 'b').end())
print(re.match('(' * 100 + 'a' + ')' * 100, 'a').lastindex, re.match('|'.join(f'k{i}' for i in range(2000)), 'k1999').group())
try:
    re.compile('(' * 100000)
except RecursionError:
    print('RecursionError')
print(re.compile('(a)' * 500).groups, re.match('(a)' * 500, 'a' * 500).group(500), re.match(r'(.)' * 120 + r'\120', 'a' * 119 + 'P' + 'P') is not None)
