# What methods and operators of str give, and their messages.
import binascii

nan = float('nan')
inf = float('inf')


class A:
    x = 5

    def __getitem__(self, k):
        return repr(k)


CASES = r'''
'a'.find(1)
'a'.count(1)
'a'.index('z')
'a'.rindex('z')
'a'.find('a','x')
'a'.startswith(1)
'a'.startswith((1,))
'a'.endswith(1)
'a'.endswith((1,))
'a'.join(1)
'a'.join([1])
'a'.join(['x',b''])
'a'.split('')
'a'.split(1)
'a'.rsplit(1)
'a'.rsplit('')
'a'.replace(1,2)
'a'.replace('a',2)
'a'.replace('a')
'a'.center('x')
'a'.center(10,'ab')
'a'.center(10,1)
'a'.partition(1)
'a'.partition('')
'a'.strip(1)
'a'.lstrip(1)
'a'.rstrip(1)
'a'.expandtabs('x')
'a'.zfill('x')
'a'.translate(1)
'a'.translate({97:'xx'})
'a'.translate({97:1.5})
'a'.translate({97:0x110000})
'a'.translate({97:-1})
str.maketrans(1)
str.maketrans('a','bc')
str.maketrans({'ab':1})
str.maketrans({1.5:1})
str.maketrans('a',1)
str.maketrans('a','b',1)
str.maketrans(1,'b')
'a'.removeprefix(1)
'a'.removesuffix(1)
'a'.encode(1)
'a'.encode('x')
'a'.splitlines(1,2)
'a'.splitlines(keepends='x')
'a'.split(maxsplit='x')
'a'.format_map()
'a'.startswith()
'a'.find()
'a'.center()
'a'.isalpha(1)
'a'.upper(1)
'a'.join()
'a'.zfill()
'a'.expandtabs(tabsize=2)
'a'.partition()
'a'.ljust(1,2,3)
'a'.strip(1,2)
'a'.replace('a','b','c')
'a'.count()
'a'.rpartition('')
'a'.find('a',0,1,2)
'a'.split(1,2,3)
'a'.ljust(10**30)
'a'.ljust(10**12)
'a'.zfill(10**12)
'\t'.expandtabs(10**12)
'\t'.expandtabs(2**31)
str(b'a','utf8',1)
str(1,'utf8')
str(b'',1)
str('a','utf8')
str(b'a',errors='x')
str(foo=1)
'a'.splitlines(keepends=1.5)
'a'.zfill(1.5)
'a'.translate({97:None})
'a'.format()
'ab'.translate('xyz')
'a'.__getnewargs__()
'x'.swapcase(1)
'a'.encode('utf8','x','z')
'a'.replace('','-',3)
'a'.count('',5)
'a'.find('',5)
'a'.find('',1)
'abc'.rfind('',0,2)
'abc'.count('',1,2)
''.count('')
''.replace('','x')
'abc'.find('', -1)
'a'.startswith('',2)
'a'.startswith('',1)
'a'.endswith('',2)
'a'.endswith('',1)
'aaaa'.replace('aa','b',0)
'aaaa'.replace('a','b',-1)
'a'[1.5]
'a'[5]
'a'*'b'
'a'+1
1+'a'
'a'<1
1 in 'a'
'a'.__add__(1)
'a'*(10**12)
'a'*(10**20)
'a'[10**20]
'a'['b']
b'a'['b']
b'a'+1
b'a'*(10**30)
300 in b'a'
'a' in b'a'
b'a'[7]
bytearray(b'a')[7]
iter('a').__reduce__()
'ab'*10**18
b'a'<1
'a'.__mul__(1.5)
1.5*'a'
bytearray(b'a')[7:1]+1
bytearray(b'')+'a'
[1]*'a'
''.__mod__(1)
bytes.__add__(b'a',1)
hasattr('','__radd__'), hasattr(b'','__radd__'), hasattr('','__rmul__'), hasattr('','__rmod__'), hasattr('','__iadd__')
sorted(set(dir(str)))
sorted(set(dir(bytes)))
sorted(set(dir(bytearray)))
'ΑΣ'.lower(), 'ΑΣ Σ'.lower(), 'ΑΣ.Β'.lower(), 'Σ'.lower(), 'aΣ\u0301'.lower(), 'ΑΣ'.title(), 'ΑΣ'.capitalize()
'ßﬀŉǰ'.upper(), 'ßﬀŉǰ'.title(), 'ßﬀŉǰ'.casefold(), 'ß'.swapcase(), 'İ'.lower(), 'ǆ'.title(), 'ǆ'.upper(), 'ﬁx'.capitalize()
"hello world's fine".title(), 'HELLO'.swapcase(), 'hELLO'.capitalize()
'a\u2028b\x85c\x1cd\r\ne\rf\ng\vh\x0ci'.splitlines(), 'a\r\nb\n'.splitlines(True), ''.splitlines(), '\n'.splitlines()
' \u3000a\u2003b\x1f '.split(), '\u3000 x \u2000'.strip(), ' a  b '.rsplit(None,1), ' a  b  c '.split(None,1), ''.split(), ''.split(','), 'a,b,,c'.split(','), 'a,b,,c'.rsplit(',',2), 'aXXbXXc'.rsplit('XX',1)
'é'.isalpha(), '²'.isdigit(), '²'.isdecimal(), '½'.isnumeric(), '٣'.isdecimal(), 'ǅ'.istitle(), 'ⅷ'.islower(), '\u00ad'.isprintable(), 'a_1é'.isidentifier(), '1a'.isidentifier(), ''.isidentifier(), '℘'.isidentifier()
[c for c in range(0x3000) if chr(c).isspace()]
sum(chr(c).isprintable() for c in range(0x110000))
sum(chr(c).isalpha() for c in range(0x110000)), sum(chr(c).isalnum() for c in range(0x110000)), sum(chr(c).islower() for c in range(0x110000)), sum(chr(c).isupper() for c in range(0x110000)), sum(chr(c).istitle() for c in range(0x110000)), sum(chr(c).isidentifier() for c in range(0x110000)), sum(('a'+chr(c)).isidentifier() for c in range(0x110000))
[chr(c).upper() for c in range(0x250)]
[chr(c).lower() for c in range(0x370,0x400)]
binascii.crc32(''.join(chr(c).upper()+chr(c).lower()+chr(c).title()+chr(c).casefold()+chr(c).swapcase() for c in range(0x110000)).encode('utf8','surrogatepass'))
repr('\ud800\U0010ffff\xad\x7f\x80\'"\\\n'), repr("'"), repr('"\''), ascii('é\u1234😀')
'é😀x'*3
'é😀xabc'[::-1], 'é😀xabc'[::2], 'é😀xabc'[-2:], 'é😀xabc'[5:1:-2], 'abc'[::-1], 'abc'[10:], 'abc'[-100:2]
('é😀x'*100)[250], ('é😀x'*100)[-1], ('é😀x'*100)[100:103], ('é😀x'*100).find('x',150), ('é😀x'*100).rfind('é'), ('é😀x'*100).index('😀',200)
'\ud83d'+'\ude00', len('\ud83d'+'\ude00'), '\ud83d\ude00'=='😀'
sorted(['b','a','é','\ud800','\uffff','😀'])
'abc'.center(6,'é'), 'abc'.center(7), 'ab'.center(5), '-5'.zfill(5), '+é'.zfill(4), 'a\tbc\td'.expandtabs(4), 'é\tb'.expandtabs()
'hello'.translate({104:'J',101:None,108:76}), 'é'.translate({233:'e'}), 'ab'.translate(str.maketrans('ab','xy','c')), str.maketrans({'a':1,98:'z'}), str.maketrans('ab','xy','c')
'{:>10}{:<5}{:^7}'.format('a','b','c'), f"{'é':>5}", '{:.2}'.format('abc')
','.join('abc'), ','.join(()), ''.join(['a']), '-'.join(['é','b']), ','.join({'a':1})
','.join(x for x in 'abc'), ','.join(iter(['a'])), ','.join(5 for _ in [1])
'abcabc'.replace('b','é'), 'aéa'.replace('','-'), 'aaa'.replace('a','bb',2)
'abc'.partition('b'), 'abc'.rpartition('x'), 'abc'.partition('x'), 'abcbd'.rpartition('b')
'xxabcxx'.strip('x'), 'éabcé'.strip('é'), 'abc'.strip('éa'), '  x'.lstrip(), 'x\n'.rstrip(), 'abc'.removeprefix('ab'), 'abc'.removesuffix('bc'), 'abc'.removesuffix('')
str(), str(b''), str(b'abc','ascii'), str(object=5), str(bytearray(b'x'),'utf8'), str(memoryview(b'x'),'utf8')
'a' in 'abc', '' in 'abc', 'é' in 'caf\xe9', 'abc'.__contains__('d')
'%s' % 'é', '%5s|%-5s|' % ('é','é'), '%.1s' % 'éa', '%c%c' % (233,'é'), '%r %a' % ('é','é')
'abc'.__len__(), 'abc'.__getitem__(1), 'abc'.__eq__('abc'), 'abc'.__lt__('abd'), 'abc'.__hash__()==hash('abc'), 'a'.__rmul__(3), 'a'.__ne__(1)
'abc'.__sizeof__(), 'é'.__sizeof__(), '\u1234'.__sizeof__(), '😀'.__sizeof__()
str.upper(1)
str.join(',',['a'])
''.join.__name__, str.join.__qualname__, ''.join.__qualname__
'a'.foo
'a'.upper = 1
chr(-1)
chr(0x110000)
chr(2**31)
chr(2**63)
chr('a')
ord(1)
ord('')
ord('ab')
ord(b'ab')
ord(b'')
ord('é'),chr(233),chr(0xd800),chr(0x10ffff)
format(1,2)
format('a','>3'),format(3),format(3,'05'),format(None)
format(None,'x')
repr(),
ascii('é'),ascii(['é'])
hash('')
'''
for case in CASES.strip().split('\n'):
    try:
        result = ascii(eval(case))
    except BaseException as e:
        result = type(e).__name__ + ' ' + ascii(str(e))
    print(case, '->', result[:2000])
