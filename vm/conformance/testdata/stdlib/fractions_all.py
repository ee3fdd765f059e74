from fractions import Fraction as F
import math, numbers

def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

print(F(6, 4), repr(F(-3, -9)), F(3, -4), F('3/4'), F(' -1.5e2 '), F('0.125'), F('1_000/3'), F(0.5), F(2), F(F(1, 3), F(2, 5)))
for bad in ('a', '1/0', '1//2', '1/-2', '1.5/2', '', '3 /4', '1__0'):
    show(lambda: F(bad))
show(lambda: F(1, 0))
show(lambda: F(1.5, 2))
show(lambda: F([]))
show(lambda: F(float('nan')))
show(lambda: F(float('inf')))
a, b = F(1, 3), F(2, 5)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), -a, +a, abs(-a), a ** 2, a ** -2, b ** F(1, 2), 2 ** F(3), F(4) ** 0.5)
print(a + 1, 1 - a, a * 2.0, a + 0.5, a + 1j, 2 / a, 7 // b, 7 % b, divmod(7, b))
print(a < b, a == F(2, 6), F(1, 2) == 0.5, F(1, 2) < 0.75, F(3) == 3, a > float('-inf'), F(1) == 1 + 0j, a != 'x')
show(lambda: a < 'x')
show(lambda: a + 'x')
show(lambda: a / 0)
print(round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), round(F(1234), -2), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(-7, 2)), int(F(9, 2)), float(F(1, 3)))
print(hash(F(5)) == hash(5), hash(F(1, 2)) == hash(0.5), {F(1, 2): 'h'}[0.5], hash(F(-1, 3)) == hash(F(-2, 6)))
print(F(math.pi).limit_denominator(100), F(math.pi).limit_denominator(1000000), F('3.1415926535').limit_denominator(10), F(1, 3).as_integer_ratio())
show(lambda: F(1).limit_denominator(0))
print(F.from_float(0.75), F.from_float(3), bool(F(0)), bool(a), complex(a), a.numerator, a.denominator, F(5).real)
show(lambda: F.from_float('x'))
print(isinstance(a, numbers.Rational), isinstance(a, numbers.Real), isinstance(3, numbers.Integral), isinstance(3.0, numbers.Rational), issubclass(complex, numbers.Complex))
print(sum([F(1, n) for n in range(1, 11)]), max(a, b), sorted([b, a, F(1, 4)]), math.gcd(4, 6), f'{F(1, 3)}', '%s' % F(2, 7))
import copy
print(copy.copy(a) is a, copy.deepcopy(a) is a)
