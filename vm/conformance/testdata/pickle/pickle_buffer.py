from pickle import PickleBuffer
import pickle, array, io
b = bytearray(b'hello')
pb = PickleBuffer(b)
m = pb.raw()
print(type(m).__name__, m.format, m.ndim, m.itemsize, m.shape, m.readonly, bytes(m), bytes(pb), m.obj is b)
m[0] = ord('J')
print(b, memoryview(pb).tolist())
m.release()
pb.release()
pb.release()
for f in (pb.raw, lambda: memoryview(pb), lambda: pickle.dumps(pb, 5), lambda: PickleBuffer(pb)):
    try:
        f()
    except ValueError as e:
        print(e)
b.append(1)
pb = PickleBuffer(b'ro')
print(pb.raw().readonly, bytes(PickleBuffer(pb).raw()))
a = array.array('i', [1, 2, 3])
pb = PickleBuffer(a)
m = pb.raw()
print(m.format, m.shape, m.itemsize, memoryview(pb).format, memoryview(pb).shape)
print(len(pickle.dumps(pb, 5)), pickle.loads(pickle.dumps(pb, 5)) == a.tobytes())
mv = memoryview(b'abcdef')
strided = PickleBuffer(mv[::2])
for f in (strided.raw, lambda: pickle.dumps(strided, 5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(bytes(strided))
print(pickle.dumps(PickleBuffer(mv[1:4]), 5))
for bad in ('text', 5, None):
    try:
        PickleBuffer(bad)
    except TypeError as e:
        print(e)
for f in (lambda: PickleBuffer(), lambda: PickleBuffer(b'', b'')):
    try:
        f()
    except TypeError as e:
        print('TypeError')
print(PickleBuffer.__name__, PickleBuffer.__module__)
