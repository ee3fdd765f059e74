# Subclasses of builtin types, with attributes.
import pickle
class I(int): pass
class F(float): pass
class S(str): pass
class B(bytes): pass
class A(bytearray): pass
class C(complex): pass
class T(tuple): pass
class L(list): pass
class D(dict): pass
class E(Exception): pass
for make, arg in ((I, 5), (I, 10**20), (F, 1.5), (S, 'text'), (B, b'data'), (A, b'data'), (C, 1j), (T, (1, 2)), (L, [1]), (L, [1, 2]), (D, {1: 2}), (D, {1: 2, 3: 4}), (E, 'e')):
    plain, noted = make(arg), make(arg)
    noted.note = 'n'
    for proto in range(6):
        for v in (plain, noted):
            data = pickle.dumps(v, proto)
            w = pickle.loads(data)
            print(proto, data, type(w).__name__, str(w) == str(v), w.__dict__)
