import pickle, pickletools, io
class A:
    def __init__(self): self.x = [1, (2.5, 'three')]; self.y = {b'four': None, True: -5}
for proto in range(6):
    for v in (A(), [range(3), {1}, 10**30, bytearray(b'x'), A]):
        pickletools.dis(pickle.dumps(v, proto))
        pickletools.dis(pickle.dumps(v, proto), annotate=1, indentlevel=2)
        print(pickle.loads(pickletools.optimize(pickle.dumps(v, proto))).__class__.__name__)
memo = {}
f = io.BytesIO()
p = pickle.Pickler(f, 2)
p.dump(['a'])
p.dump(['a'])
f.seek(0)
pickletools.dis(f, memo=memo)
out = io.StringIO()
pickletools.dis(f, out, memo)
print(out.getvalue(), memo)
for data in (b'(.', b'N0.', b'e.', b'h\x01.', b'Nq\x00q\x00.', b'(q\x00.', b"S'abc\n.", b'NN.', b'\x8c\x05abc', b'', b'\xfe', b'K', b'J\1\2', b'q\x00.', b'R.', b'Ix\n.', b'Sabc\n.', b'cx\n', b'\x8a\x05\x01', b'\x8b\xff\xff\xff\xff.', b'NK\x01.', b'(0N.', b'(N1N.'):
    try:
        pickletools.dis(data)
    except Exception as e:
        print(type(e).__name__, e)
