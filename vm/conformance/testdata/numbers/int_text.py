# int() of text and back, all bases; digits limit
import sys
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
for s in ['12', ' 12 ', '-12', '+12', '1_000', '1__0', '_1', '1_', '', ' ', '0x1f', '0b1', '12.0', '1e3', '\u0663', '\uff11\uff12', '1 2', '--1', b'12', b'1x', bytearray(b'7'), '0' * 50 + '1', 'nan', '1\x00', '\n5\t']: t(int, s)
for s, b in [('ff', 16), ('0xff', 16), ('0xff', 0), ('0o17', 0), ('0b11', 0), ('017', 0), ('0', 0), ('00', 0), ('z', 36), ('Z', 36), ('12', 2), ('1', 37), ('1', 1), ('1', -1), ('0b1', 16), ('0_1', 0), ('0x_f', 0), ('0x', 0), ('-0x1f', 0), ('9', 8), (12, 10), ('1', '10'), ('11', 2.0), ('1' * 70, 2), ('zz' * 20, 36)]: t(int, s, b)
t(int, base=10); t(int, '5', base=6); t(int, x=5); t(int, 5.9); t(int, -5.9); t(int, float('inf')); t(int, float('nan')); t(int, None); t(int, [1]); t(int, 10 ** 30); t(int, 1e30)
class I:
    def __init__(s, v): s.v = v
    def __int__(s): return s.v
class X:
    def __index__(s): return 7
class T:
    def __trunc__(s): return 3
t(int, I(5)); t(int, I('a')); t(int, I(True)); t(int, X()); t(int, T()); t(hex, X()); t(bin, -5); t(oct, 8); t(hex, 2.0); t(str, 10 ** 40); t(repr, -0)
t(int, '1' * 4300 and '9' * 4301); t(str, 10 ** 4300); t(lambda: len(str(10 ** 4299))); t(hex(10 ** 5000).__len__); t(int, 'f' * 5000 and 'f' * 10, 16); t(lambda: len('%d' % 10 ** 10)); t(lambda: f'{10 ** 4300}'); t(lambda: '%d' % 10 ** 4300)
sys.set_int_max_str_digits(0); t(lambda: len(str(10 ** 5000))); sys.set_int_max_str_digits(640); t(str, 10 ** 640); t(lambda: len(str(10 ** 639))); t(sys.set_int_max_str_digits, 639); t(sys.set_int_max_str_digits, -1); sys.set_int_max_str_digits(4300); print(sys.get_int_max_str_digits())
for n in (0, 1, -1, 255, -256, 10 ** 20): print(n.bit_length(), n.bit_count(), n.to_bytes(12, 'little', signed=True).hex(), n.as_integer_ratio(), n.conjugate(), n.__sizeof__() > 0)
t((256).to_bytes, 1, 'big'); t((-1).to_bytes, 1, 'big'); t((5).to_bytes); t((5).to_bytes, 2, 'mid'); t(int.from_bytes, b'\xff\x00', 'big'); t(int.from_bytes, b'\xff', 'little', signed=True); t(int.from_bytes, [1, 2], 'big'); t(int.from_bytes, b'', 'big'); t(int.from_bytes, 'ab', 'big'); t(int.from_bytes, [256], 'big'); t((5).to_bytes, -1, 'big')
t(round, 15, -1); t(round, 25, -1); t(round, -15, -1); t(round, 5, -1); t(round, 149, -2); t(round, 12345, -10); t(round, 7, 3); t(pow, 3, -1, 7); t(pow, 2, -1, 4); t(pow, 2, 10, 0); t(pow, 0, 0, 1); t(pow, 2, -1); t(divmod, -7, 3); t(divmod, 7, -3); t(lambda: 1 << -1); t(lambda: 5 // 0); t(lambda: 5 % 0); t(lambda: 0 ** -1); t(lambda: -7 >> 1); t(lambda: 1 << 70 >> 68)
