import pickle, copyreg
class A: pass
class B: pass
def f(): pass
for code in (1, 255, 256, 65535, 65536, 0x7fffffff):
    copyreg.add_extension(__name__, 'A', code)
    try:
        for proto in range(6):
            data = pickle.dumps([A, A()], proto)
            w = pickle.loads(data)
            print(code, proto, data, w[0] is A, type(w[1]) is A)
    finally:
        copyreg.remove_extension(__name__, 'A', code)
        copyreg.clear_extension_cache()
copyreg.add_extension(__name__, 'A', 7)
copyreg.add_extension(__name__, 'A', 7)
for args in ((__name__, 'A', 8), (__name__, 'B', 7), (__name__, 'B', 0), (__name__, 'B', 1 << 31), (__name__, 'B', -1)):
    try:
        copyreg.add_extension(*args)
    except ValueError as e:
        print(e)
try:
    copyreg.remove_extension(__name__, 'A', 8)
except ValueError as e:
    print(e)
data = pickle.dumps(A, 2)
copyreg.remove_extension(__name__, 'A', 7)
for d in (data, b'\x82\x00.', b'\x83\x00\x00.', b'\x84\xff\xff\xff\xff.', b'\x84\x01\x02\x03\x04.', b'\x82'):
    try:
        print(pickle.loads(d))
    except Exception as e:
        print(type(e).__name__, e)
copyreg.add_extension(__name__, 'gone', 9)
copyreg.add_extension('no_such_module', 'x', 10)
for d in (b'\x82\x09.', b'\x82\x0a.'):
    try:
        print(pickle.loads(d))
    except Exception as e:
        print(type(e).__name__, str(e).replace(__file__, "FILE"))
copyreg._inverted_registry[11] = 'not a pair'
copyreg._inverted_registry[12] = (1, 2)
for d in (b'\x82\x0b.', b'\x82\x0c.'):
    try:
        print(pickle.loads(d))
    except ValueError as e:
        print(e)
key = (__name__, 'B')
for code in ('x', 0, 1 << 40):
    copyreg._extension_registry[key] = code
    try:
        print(pickle.dumps(B, 2))
    except Exception as e:
        print(type(e).__name__, e)
