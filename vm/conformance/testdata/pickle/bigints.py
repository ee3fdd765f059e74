# Large ints: the fewest bytes of two's complement.
import pickle
for bits in (63, 64, 65, 71, 72, 127, 128, 1000, 2032, 2039, 2040, 2047, 2048, 5000):
    for v in (1 << bits, (1 << bits) - 1, -(1 << bits), -(1 << bits) - 1):
        for proto in (0, 1, 2, 5):
            data = pickle.dumps(v, proto)
            print(bits, proto, len(data), data[:12], data[-4:], pickle.loads(data) == v)
for data in (b'\x8a\x00.', b'\x8a\x01\xff.', b'\x8a\x02\x80\x00.', b'\x8a\x0a' + b'\xff' * 10 + b'.', b'\x8b\x03\0\0\0\1\2\3.',
             b'\x8a\x09' + b'\0' * 8 + b'\x80.', b'L123L\n.', b'L-5\n.', b'I0x10\n.', b'I 12\n.', b'I99999999999999999999\n.', b'I01\n.', b'I1\n.', b'I00\n.'):
    print(data, repr(pickle.loads(data)))
