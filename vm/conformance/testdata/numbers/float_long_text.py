# float() of very long texts: digits beyond what matters, exponents beyond 10,000
import random

random.seed(5)
for text in ['0.' + '0' * 9999 + '1e10000', '1' + '0' * 20000 + 'e-20000', '0.' + '0' * 400 + '1e401', '1e99999999999999999999', '-0e99999999999999999999',
             '1e-99999999999999999999', '1' * 800 + 'e-799', '1' * 5000, '0' * 5000 + '12', '9' * 307 + '.5', '0.' + '0' * 5000 + '12',
             '1' + '0' * 308 + '.' + '0' * 1000, '+' + '2' * 309, '-' + '1' * 309, '1.' + '0' * 900 + '1', '1' + '0' * 900 + 'e-900']:
    f = float(text)
    print(len(text), f.hex(), repr(f))
half = '9007199254740993'
for tail in ('', '0' * 900, '0' * 900 + '1', '.' + '0' * 1500 + '1'):
    print(float(half + tail + ('e-%d' % len(tail) if tail.isdigit() else '')).hex())
for n, e, u in [(10000000000000000000, -19, 1110), (17976931348623159077, 289, 1995), (22250738585072013831, -327, 4941)]:
    for j in range(0, 900, 60):
        digits = n * 10 ** j + random.randrange(-3 * u * 10 ** j, 3 * u * 10 ** j)
        print(j, float(f'{digits}e{e - j}').hex())
