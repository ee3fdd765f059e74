import pickle, pickletools, io
print([(op.name, op.code, op.proto, op.arg and (op.arg.name, op.arg.n), op.stack_before, op.stack_after) for op in pickletools.opcodes])
print(sorted(pickletools.code2op) == sorted(op.code for op in pickletools.opcodes), pickletools.__all__)
shared = ['shared']
for proto in range(6):
    v = [shared, shared, 'one', 'two', ('t', shared), {'k': 'two'}, list(range(300)), ['s%d' % i for i in range(300)] * 2]
    data = pickle.dumps(v, proto)
    less = pickletools.optimize(data)
    print(proto, len(data), len(less), less[:80], pickle.loads(less) == v, pickletools.optimize(less) == less)
    data = pickle.dumps(['x' * 70000, 'y' * 65536, 'z' * 10, list(range(40000))], proto)
    less = pickletools.optimize(data)
    print(len(data), len(less), [arg for op, arg, pos in pickletools.genops(less) if op.name == 'FRAME'])
print([(op.name, arg, pos) for op, arg, pos in pickletools.genops(pickle.dumps([1, 'a'], 2))])
class NoTell:
    def __init__(self, b): self.f = io.BytesIO(b)
    def read(self, n): return self.f.read(n)
    def readline(self): return self.f.readline()
print([(op.name, arg, pos) for op, arg, pos in pickletools.genops(NoTell(pickle.dumps({'k': 2.5}, 0)))])
pickletools.dis(NoTell(b'(I1\nl.'))
print(pickletools.read_uint1(io.BytesIO(b'\xff')), pickletools.read_int4(io.BytesIO(b'\0\0\0\x80')), pickletools.read_long1(io.BytesIO(b'\x02\x00\x80')), pickletools.read_stringnl(io.BytesIO(b"'a\\n'\n")),
      pickletools.read_unicodestring4(io.BytesIO(b'\x02\0\0\0\xc3\xa9')), pickletools.read_decimalnl_short(io.BytesIO(b'01\n')), pickletools.read_decimalnl_long(io.BytesIO(b'7L\n')), pickletools.read_float8(io.BytesIO(b'\xbf\xf4' + bytes(6))))
