# The % operator and str.format, with their messages.
nan = float('nan')
inf = float('inf')


class A:
    x = 5

    def __getitem__(self, k):
        return repr(k)


CASES = r'''
'%d' % 'a'
'%x' % 1.5
'%d' % 1.5
'%y' % 1
'%' % 1
'%(a' % {}
'%(a)s' % 1
'%(a)s' % (1,)
'%s' % ()
'%s%s' % 1
'%s' % (1,2)
'%s' % [1,2]
'%*d' % (5,3)
'%*d' % ('a',3)
'%.*f' % (2,3.14159)
'%c' % 'ab'
'%c' % 1.5
'%c' % 0x110000
'%c' % 65
'%f' % 'a'
'%5.2f|' % 3.14159
'%-5d|' % 3
'%05d' % -3
'%+d' % 3
'% d' % 3
'%#x' % 255
'%#X' % 255
'%#o' % 8
'%08.3f' % -3.14159
'%e' % 12345.678
'%g' % 1e20
'%G' % 1e-10
'%#g' % 1.0
'%#.0f' % 1.0
'%r' % 'a'
'%.2s' % 'abc'
'%10.2s|' % 'abc'
'%%' % ()
'%5%|' % ()
'%d%%' % 5
'%(a)d %(b)s' % {'a':1,'b':2}
'%(a)s' % {}
'%s' % None
'%ld' % 5
'%i' % True
'%d' % nan
'%d' % inf
'%f' % inf
'%05f' % inf
'%+f' % nan
'%05f' % -inf
'%F' % inf
'%.0f' % 0.5
'%.3d' % 5
'%5.3d' % -5
'%#.5x' % 31
'%-#8x|' % 31
'%#08x' % 31
'%08s' % 'a'
'%-08d|' % 3
'%s' % {}
'a' % {}
'a' % []
'a' % ()
'a' % 1
'%(x)s %d' % {'x':1}
'é%y' % 1
'%99999999999999999999d' % 1
'%.99999999999d' % 1
'%1000000000000d' % 1
'%s %s' % (1,)
'%()s' % {'':1}
'%(a(b)c)s' % {'a(b)c':7}
'%s' % ((1,2),)
'%u' % -5
'%x' % -255
'%c' % ''
'%c' % -1
'%.5g' % 123456789
'%d' % (10**30)
'%x' % (10**30)
'%.f' % 1.7
'%.s|' % 'abc'
'%d' % '5'
'%d' % None
'%x' % None
'%f' % None
'%f' % (10**400)
'%o' % 'x'
'%i' % 'x'
'% 5d' % 42
'%+.3e' % 0.0
'%g' % 0.0001
'%g' % 0.00001
'%g' % 123456
'%g' % 1234567
'%#g' % 1234567
'%.0e' % 12345
'%#.0e' % 12345
'%.0g' % 12345
'%s' % b'x'
'\x80%\x80' % 1
'%\u1234' % 1
'%()' % {}
'%*' % 1
'%-' % 1
'%5' % 1
'%.' % 1
'%l' % 1
'%.*s' % (-1,'abc')
'%*s|' % (-5,'a')
'%+5s|' % 'a'
'%.2147483648d'%1
'%5%' % 1
'%5%|%s' % (1,2)
b'%5%' % 1
b'%s' % 1
b'%s' % 'a'
b'%c' % 256
b'%c' % b'ab'
b'%c' % 'a'
b'%d' % 'a'
b'%x' % 1.5
b'%y' % 1
b'%(a)s' % {b'a':b'x'}
b'%(a)s' % {'a':b'x'}
b'%b' % None
b'%a' % '\xe9'
b'%r' % 'x'
b'%s %s' % (b'a',)
b'%f' % 'x'
b'%5s|' % b'abc'
b'%.2s' % b'abc'
b'%05d' % 3
b'%s' % bytearray(b'q')
b'%z' % 3
b'%' % 1
b'%(a' % {}
b'a' % 1
b'%c' % 65
b'%-5d|' % 3
b'%#x' % 255
b'%*d' % (3,4)
b'%.*f' % ('a',1.0)
'%.*f' % ('a',1.0)
b'%c' % -1
b'%c' % bytearray(b'a')
b'%i' % None
'}'.format()
'{'.format()
'{a'.format()
'{}'.format()
'{a}'.format()
'{0}{}'.format(1)
'{}{0}'.format(1)
'{!x}'.format(1)
'{!}'.format(1)
'{!r:}'.format(1)
'{!rx}'.format(1)
'{!r'.format(1)
'{!'.format(1)
'{:{}}'.format(1)
'{:{:{}}}'.format(1,2,3)
'{.}'.format(1)
'{0[}'.format(1)
'{0[a}'.format({'a':1})
'{0[a]x}'.format({'a':1})
'{0.x}'.format(A())
'{0[1]}{0[a]}{0[1a]}{0[-1]}'.format(A())
'{0[]}'.format(A())
'{0..x}'.format(A())
'{99999999999999999999}'.format(1)
'{:d}'.format('a')
'{:>10}|'.format('a')
'{a[b]}'.format(a={'b':3})
'{{}}'.format()
'{{{}}}'.format(2)
'{a}'.format_map({'a':1})
'{}'.format_map({})
'{0}'.format_map({})
'{a}'.format_map(5)
'{!ሴ}'.format(1)
'{a{}'.format(1)
'{:{'.format(1)
'{:{}'.format(1)
'{0!s:>{w}}|'.format('a',w=4)
'{}'.format(1,2)
'{1}'.format(1)
'{ }'.format(1)
'{-1}'.format(1)
'{0x}'.format(1)
'{01}'.format(1,2)
'{0.a}'.format(1)
'{:}'.format(None)
'{:x}'.format(None)
'{!a}'.format('\xe9')
'{:{a}}'.format(3,a=5)
'}}{{'.format()
'a}b'.format()
'{!s}'.format(b'x')
'{0[0][1]}'.format([[1,2]])
'{0[5]}'.format([1])
'{'.format_map({})
'{}{}'.format(1)
__import__('string').Formatter().format('{0} {a.x} {b[0]:>3}|', 1, a=A(), b=[5])
list(__import__('string').Formatter().parse('a{b!r:c}d{{}}{'))
list(__import__('string').Formatter().parse('a{b!r:c}d{{}}'))
'''
for case in CASES.strip().split('\n'):
    try:
        result = ascii(eval(case))
    except BaseException as e:
        result = type(e).__name__ + ' ' + ascii(str(e))
    print(case, '->', result[:2000])
