import pickle, pickletools
def frames(data):
    out = []
    for op, arg, pos in pickletools.genops(data):
        if op.name == 'FRAME':
            out.append((pos, arg))
    return out
for proto in (4, 5):
    for v in (1, None, 'ab', 'abc', (), [], [1], ['y' * 1000] * 3, ['%d' % i * 50 for i in range(2000)], ['x' * 65535, 'y' * 65536, 'z'], [b'x' * n for n in (10, 65535, 65536, 65537, 5)],
              {i: str(i) * 20 for i in range(5000)}, [[i, (i, i * 2.5)] for i in range(20000)], bytearray(70000), list(range(40000))):
        data = pickle.dumps(v, proto)
        print(proto, len(data), frames(data)[:12], pickle.loads(data) == v)
class C:
    def __init__(self, i): self.i, self.s = i, 's%d' % i
data = pickle.dumps([C(i) for i in range(5000)])
print(len(data), frames(data), pickle.loads(data)[4999].s)
# frames from elsewhere
for data in (b'\x80\x04\x95\x02\0\0\0\0\0\0\0K\x05.', b'\x80\x04\x95\x03\0\0\0\0\0\0\0K\x05.', b'\x80\x04\x95\x01\0\0\0\0\0\0\0N.', b'\x95\0\0\0\0\0\0\0\0N.', b'\x95\xff\xff\xff\xff\xff\xff\xff\xffN.', b'\x95\xff\xff\xff\xff\xff\xff\xff\x7fN.', b'\x95\1\0'):
    try:
        print(pickle.loads(data))
    except Exception as e:
        print(type(e).__name__, e)
