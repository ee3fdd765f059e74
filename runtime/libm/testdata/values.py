# Arguments and values of the elementary functions, as float.hex().
import math
import random

random.seed(20)
ranges = {
    'exp': (-30, 30), 'exp2': (-30, 30), 'expm1': (-3, 3), 'log': (0, 50), 'log2': (0, 50), 'log10': (0, 50),
    'log1p': (-0.99, 5), 'sin': (-50, 50), 'cos': (-50, 50), 'tan': (-50, 50), 'asin': (-1, 1), 'acos': (-1, 1),
    'atan': (-10, 10), 'sinh': (-30, 30), 'cosh': (-30, 30), 'tanh': (-5, 5), 'asinh': (-30, 30), 'acosh': (1, 30),
    'atanh': (-1, 1), 'cbrt': (-100, 100), 'erf': (-4, 4), 'erfc': (-4, 8),
}
for name, (lo, hi) in ranges.items():
    f = getattr(math, name)
    xs = [random.uniform(lo, hi) for _ in range(60)] + [random.uniform(-1, 1) * 2.0 ** random.randint(-40, 3) for _ in range(20)]
    xs += [math.ldexp(random.uniform(-1, 1), random.randint(-1070, 1023)) for _ in range(20)] + [i / 4 for i in range(-12, 13)]
    for x in xs:
        try:
            r = f(x)
        except (ValueError, OverflowError):
            continue
        print(name, x.hex(), (0.0).hex(), r.hex())
for _ in range(150):
    x, y = math.ldexp(random.uniform(0.01, 1), random.randint(-10, 10)), random.uniform(-20, 20)
    print('pow', x.hex(), y.hex(), math.pow(x, y).hex())
    print('atan2', y.hex(), x.hex(), math.atan2(y, x).hex())
    print('hypot', y.hex(), x.hex(), abs(complex(y, x)).hex())
for x in range(1, 12):
    for y in range(-6, 15):
        print('pow', (x / 4).hex(), float(y).hex(), math.pow(x / 4, y).hex())
