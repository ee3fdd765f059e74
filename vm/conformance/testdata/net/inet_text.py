# addresses as text and bytes
import socket as s
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)

for a in ('1.2.3.4', '127.1', '0x7f.1', '1.2.3', '1', '4294967295', '4294967296', '256', '1.2.3.256', '08.1.1.1', '010.1.1.1', '', ' ', '1.2.3.4 x',
          '1.2.3.4.5', 'a', '1..2', '0X7F000001', '1.65536', '1.2.65536', '-1', '+1', '0x'):
    print(repr(a)); t(s.inet_aton, a)
for a in (b'\1\2\3\4', b'abc', 'a', bytearray(4), memoryview(b'\xff' * 4), 5): t(s.inet_ntoa, a)
for f, a in ((2, '1.2.3.4'), (2, '1.2.3'), (2, '01.2.3.4'), (2, ''), (2, b'x'), (99, '1'), (10, '::'), (10, '::1'), (10, '1::2:3'), (10, '::g'),
             (10, '::ffff:1.2.3.4'), (10, '1:2:3:4:5:6:7:8'), (10, '1:2:3:4:5:6:7'), (10, '1:2:3:4:5:6:1.2.3.4'), (10, ':::'), (10, 'fe80::1%lo'), (10, '1.2.3.4'),
             (10, '12345::'), ('a', 'b')):
    print(f, a); t(s.inet_pton, f, a)
t(s.inet_pton, 2)
for b in (bytes(15) + b'\1', bytes(16), bytes(10) + b'\xff\xff\1\2\3\4', bytes(12) + b'\1\2\3\4', b'\0\1\0\0\0\0\0\1' + bytes(8), bytes(8) + b'\0\1' * 4,
          b'\x20\1\x0d\xb8' + bytes(11) + b'\1', b'\0\1\0\0' * 4, b'a', bytes(17)):
    t(s.inet_ntop, 10, b)
t(s.inet_ntop, 2, b'\x7f\0\0\1')
t(s.inet_ntop, 2, b'a'); t(s.inet_ntop, 99, b''); t(s.inet_ntop, 2, 'a'); t(s.inet_ntop)
for f in (s.htons, s.ntohs, s.htonl, s.ntohl):
    for a in (0, 1, 0x1234, -1, 'a', 2**16, 2**32, 2**70, 1.5, True): print(f.__name__, a); t(f, a)
    t(f); t(f, 1, 2)
