# fractions, statistics and numbers modules
from fractions import Fraction as F
import statistics as st, numbers
print(F(1, 2) + F(1, 3), F(3, 4) * 2, F(1, 2) / F(3, 4), F(7, 2) // 1, F(-7, 2) % 2, F(2, 3) ** 2, F(2, 3) ** -2, F(4, 9) ** 0.5, -F(1, 2), abs(F(-1, 2)), F(1, 2) == 0.5, F(1, 3) < 0.34, F(6, 4), F(-6, -4), F(3, -6))
print(F("1/3"), F("0.25"), F("-1.5e2"), F(0.5), F(1.1).limit_denominator(10), F(), F(5), F(F(1, 2)), repr(F(1, 2)), F(7, 3).numerator, F(7, 3).denominator, F(22, 7).limit_denominator(5), F(10, 4).as_integer_ratio())
print(round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), int(F(7, 2)), float(F(1, 3)), F(1, 2) + 1, 1 - F(1, 2), F(1, 2) + 0.5, F(1, 2) * 1j, hash(F(1, 2)) == hash(0.5), sum([F(1, 3)] * 3), max(F(1, 2), F(2, 3)), divmod(F(7, 2), 1), bool(F(0)), str(F(4, 2)))
import math
print(math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(-7, 2)))
for bad in (lambda: F(1, 0), lambda: F("x"), lambda: F("1/0"), lambda: F(1.5, 2), lambda: F(float("inf")), lambda: F(1, 2) / 0, lambda: F(None), lambda: F("1 /2")):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
d = [1, 2, 2, 3, 4, 7]
print(st.mean(d), st.median(d), st.mode(d), st.pvariance(d), st.variance(d), round(st.stdev(d), 10), round(st.pstdev(d), 10), st.median_low(d), st.median_high(d), st.multimode("aabbc"), st.fmean(d), st.harmonic_mean([40, 60]), round(st.geometric_mean([1, 2, 4]), 9), st.quantiles(d, n=4), st.mean([F(1, 2), F(1, 3)]))
for bad in (lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.median([])):
    try: bad()
    except st.StatisticsError as e: print(e)
print(isinstance(1, numbers.Integral), isinstance(1.0, numbers.Real), isinstance(1j, numbers.Complex), isinstance(F(1), numbers.Rational), isinstance(True, numbers.Number), isinstance("1", numbers.Number))
