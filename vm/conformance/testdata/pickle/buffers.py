# Buffers out of band.
import pickle, io
from pickle import PickleBuffer
class Z(bytearray):
    def __reduce_ex__(self, proto):
        if proto >= 5:
            return type(self)._make, (PickleBuffer(self),), None
        return type(self)._make, (bytes(self),)
    @classmethod
    def _make(cls, obj):
        with memoryview(obj) as m:
            return cls(m)
class RO(bytes):
    def __reduce_ex__(self, proto):
        return RO, (PickleBuffer(bytes(self)) if proto >= 5 else bytes(self),)
for v in (Z(b'zzz'), RO(b'ro'), [Z(b'a'), RO(b'b'), Z(b'c' * 70000)]):
    for proto in range(6):
        data = pickle.dumps(v, proto)
        print(proto, len(data), data[:120], pickle.loads(data) == v)
    got = []
    data = pickle.dumps(v, 5, buffer_callback=got.append)
    print(data, [bytes(b)[:5] for b in got], pickle.loads(data, buffers=got) == v)
    print(pickle.loads(data, buffers=iter([bytes(b) for b in got])) == v)
    data = pickle.dumps(v, 5, buffer_callback=lambda b: True)
    print(data[:60])
    f = io.BytesIO()
    got = []
    pickle.dump(v, f, 5, buffer_callback=got.append)
    f.seek(0)
    print(pickle.load(f, buffers=got) == v)
    f.seek(0)
    print(pickle.Unpickler(f, buffers=got).load() == v)
for proto in range(5):
    for f in (lambda: pickle.dumps(PickleBuffer(b'x'), proto), lambda: pickle.dumps(1, proto, buffer_callback=print)):
        try:
            print(f())
        except Exception as e:
            print(proto, type(e).__name__, e)
pb = PickleBuffer(b'abc')
data = pickle.dumps([pb, pb, PickleBuffer(bytearray(b'def'))], 5)
print(data, pickle.loads(data))
out = pickle.dumps(pb, 5, buffer_callback=lambda b: None)
print(out)
for buffers in ((), None, [b'1', b'2']):
    try:
        print(pickle.loads(out, buffers=buffers))
    except Exception as e:
        print(type(e).__name__, e)
try:
    pickle.loads(out)
except pickle.UnpicklingError as e:
    print(e)
w = bytearray(b'writable')
r = pickle.loads(b'\x80\x05\x97\x98.', buffers=[w])
print(type(r).__name__, r.readonly, pickle.loads(b'\x80\x05\x97.', buffers=[w]) is w, pickle.loads(b'\x80\x05\x97\x98.', buffers=[b'ro']))
for data in (b'\x98.', b'N\x98.', b'\x96\x02\0\0\0\0\0\0\0ab.', b'\x96\x03\0\0\0\0\0\0\0ab.', b'\x96\xff\xff\xff\xff\xff\xff\xff\xffab.'):
    try:
        print(pickle.loads(data))
    except Exception as e:
        print(type(e).__name__, e)
def fails(b): raise KeyError('callback')
try:
    pickle.dumps(pb, 5, buffer_callback=fails)
except KeyError as e:
    print(e)
