import re, array
p = re.compile(rb'(\w+)=(\d+)')
for s in (b'a=1', bytearray(b'b=22'), memoryview(b'c=3'), array.array('b', b'd=4')):
    m = p.search(s)
    print(type(s).__name__, m, m.group(), m.groups(), type(m.group(1)), m.string is s, p.findall(s), p.sub(b'_', s), p.split(s))
class B(bytes): pass
class S(str): pass
print(type(re.match('.*', S('ab')).group()), type(re.match(b'.*', B(b'ab')).group()), type(re.sub('x', 'y', S('ab'))))
for f in (lambda: p.match('a=1'), lambda: re.match('a', b'a'), lambda: re.match('a', 5), lambda: re.match('a', None), lambda: re.compile(5), lambda: re.compile(None), lambda: re.compile([]), lambda: re.compile(bytearray(b'a')), lambda: re.match('a', [1])):
    try:
        print(f())
    except TypeError as e:
        print(e)
b = bytearray(b'abc')
m = re.match(b'abc', b)
b[:] = b'xyz'
print(m.group(), m)
print(re.findall(b'.', b'\x00\xff\n'), re.match(b'\xff', b'\xff'), re.match(b'[\xfe-\xff]+', b'\xff\xfe'), re.compile(b'\xff'), re.search(b'(?s).$', b'a\n'))
