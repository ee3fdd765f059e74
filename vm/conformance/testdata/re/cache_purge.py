import re
a = re.compile('abc')
print(re.compile('abc') is a, re.compile('abc', re.I) is a, re.compile(b'abc') == a)
re.purge()
print(re.compile('abc') is a, re.compile('abc') == a)
first = re.compile('first')
for i in range(511):
    re.compile(f'x{i}')
print(re.compile('x510') is re.compile('x510'))
for i in range(600):
    re.compile(f'y{i}')
print(re.compile('first') is first)
for i in range(2000):
    assert re.match(f'a{i}$', f'a{i}')
