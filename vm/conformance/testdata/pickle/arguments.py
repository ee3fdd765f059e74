import pickle, io
def t(f, *args, **kw):
    try:
        return f(*args, **kw)
    except Exception as e:
        return type(e).__name__, str(e)
print(t(pickle.dumps, 1, 6), t(pickle.dumps, 1, 'x'), t(pickle.dumps, 1, 1.5), t(pickle.dumps, 1, 10**30))
print(pickle.dumps(1, -1), pickle.dumps(1, None), pickle.dumps(1, -5), pickle.dumps(1, protocol=2), pickle.dumps(obj=1, protocol=True))
print(pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, pickle.format_version, pickle.compatible_formats)
f = io.BytesIO()
print(t(pickle.dump, 1, f), t(pickle.dump, obj=2, file=f, protocol=3), f.getvalue(), t(pickle.dump, 1, 5), t(pickle.dump, 1, f, 9))
f.seek(0)
print(t(pickle.load, f), t(pickle.load, file=f), t(pickle.load, f), t(pickle.load, 5))
print(t(pickle.loads, b'N.'), t(pickle.loads, b'N.', buffers=5), t(pickle.loads, b'N.', encoding='x'))
print(type(pickle.Pickler(f)).__name__, pickle.Pickler(f, 2, fix_imports=False).bin, pickle.Pickler(f, 0).bin, pickle.Pickler(file=f, protocol=1, fix_imports=True, buffer_callback=None).fast)
print(t(pickle.Pickler, f, 4, buffer_callback=print), t(pickle.Pickler, f, 9), type(pickle.Unpickler(f, fix_imports=True, encoding='bytes', errors='strict', buffers=None)).__name__)
print(pickle.PickleError.__mro__, pickle.PicklingError.__bases__, pickle.UnpicklingError.__module__)
print(pickle.encode_long(0), pickle.encode_long(255), pickle.encode_long(-128), pickle.encode_long(32767), pickle.decode_long(b''), pickle.decode_long(b'\xff\x7f'), pickle.decode_long(b'\x80'))
print(pickle.whichmodule(len, 'len'), pickle.whichmodule(t, 't'), pickle.MARK, pickle.STOP, pickle.FRAME, pickle.TRUE)
print(pickle.__all__[:12], len(pickle.__all__))
p = pickle.Pickler(f)
p.bin = 0
p.fast = 3
print(p.bin, p.fast)
