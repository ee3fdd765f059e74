# bytes and bytearray, which old protocols have no opcodes for.
import pickle
for v in (b'', b'a', b'abc', bytes(range(256)), b'x' * 255, b'x' * 256, b'\xe9\n\\', bytearray(), bytearray(b'abc'), bytearray(b'\xff\0'), bytearray(b'z' * 300)):
    for proto in range(6):
        data = pickle.dumps(v, proto)
        back = pickle.loads(data)
        print(type(v).__name__, len(v), proto, len(data), data[:70], back == v, type(back) is type(v))
same = bytearray(b'shared')
a, b = pickle.loads(pickle.dumps([same, same]))
print(a is b)
print(pickle.dumps([same, same], 5))
