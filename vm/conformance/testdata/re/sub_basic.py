import re
print(re.sub('a', 'b', 'aaa'), re.sub('a', 'b', 'aaa', 2), re.sub('a', 'b', 'aaa', count=1), re.subn('a', 'b', 'aaa'))
print(re.sub('x*', '-', 'abxd'), re.sub('', '-', 'ab'), re.sub('$', '!', 'a\nb\n'), re.sub('(?m)$', '!', 'a\nb'))
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub(r'(?P<a>.)(?P<b>.)', r'\g<b>\g<a>\g<0>\g<1>', 'xyzw'))
print(re.sub('(a)|b', r'[\1]', 'ab'), re.sub('a', r'\n\t\\\a\x', 'a') if 0 else '-')
print(repr(re.sub('a', r'\n\t\\\a\r\v\f\b', 'a')), repr(re.sub('a', r'\0\01\012\101\377', 'a')))
print(re.sub('a', r'\.\-\&', 'a'), re.sub('a', 'é😀', 'bab'))
print(re.sub('a', lambda m: m.group().upper() + str(m.start()), 'banana'))
print(re.sub('a', lambda m: None, 'banana'), re.sub(b'a', b'xy', b'banana'), re.sub(b'a', lambda m: bytearray(b'_'), b'banana'))
print(re.sub('b', 'x', 'aaa'), re.sub('a', '', ''), re.subn('q', '', 'abc'))
print(re.sub('a', 'b', 'aaa', -1), re.sub('a', 'b', 'aaa', 0))
print(re.compile('(.)').sub(r'<\1>', 'abc', 2), re.compile('(.)').subn(repl='.', string='abc', count=2))
s = 'unchanged'
print(re.sub('z', 'y', s) is s)
