# math: values, special cases and errors
import math
from math import *
print(sqrt(2), round(cbrt(27), 9), exp(1), expm1(1e-10), log(10), log(8, 2), log2(10), log10(1000), log1p(1e-10), sin(1), cos(1), tan(1), asin(0.5), acos(0.5), atan(1), atan2(-1, -1), sinh(1), cosh(1), tanh(0.5), asinh(1), acosh(2), atanh(0.5), exp2(10))
print(floor(-1.5), ceil(-1.5), trunc(-1.7), fabs(-2), fmod(-7, 3), modf(-2.5), frexp(10), ldexp(0.5, 4), copysign(1, -0.0), hypot(3, 4), hypot(1, 2, 3), dist([1, 2], [4, 6]), degrees(pi), radians(180), gamma(5), lgamma(10), erf(0.5), erfc(0.5), remainder(7, 3), nextafter(1, 2), ulp(1.0))
print(gcd(12, 18), gcd(), gcd(-4, 6, 8), lcm(4, 6), lcm(), factorial(10), comb(5, 2), perm(5, 2), perm(5), isqrt(17), prod([1, 2, 3]), prod([], start=5), fsum([0.1] * 10), isclose(0.1 + 0.2, 0.3), isclose(1, 1.1, rel_tol=0.2), isnan(nan), isinf(-inf), isfinite(1e308), pi, e, tau, inf, nan)
def attempt(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
for f, a in ((sqrt, (-1,)), (log, (0,)), (log, (-1,)), (log2, (0,)), (acos, (2,)), (exp, (1000,)), (pow, (0, -1)), (math.pow, (-8, 1 / 3)), (fmod, (1, 0)), (factorial, (-1,)), (factorial, (1.5,)), (gcd, (1.5,)), (isqrt, (-1,)), (comb, (-1, 2)), (comb, (5, -1)), (floor, (inf,)), (floor, (nan,)), (floor, ("x",)), (sqrt, ("x",)), (sqrt, (None,)), (gamma, (0,)), (gamma, (-1,)), (lgamma, (-1,)), (ldexp, (1, 10000)), (cosh, (1000,)), (atanh, (1,)), (log, (10, 1)), (log, (10, 0)), (sqrt, ()), (sqrt, (1, 2)), (remainder, (1, 0)), (dist, ([1], [1, 2])), (math.pow, (2, 0.5)), (math.pow, (1, nan)), (math.pow, (inf, 0)), (sin, (inf,)), (perm, (3, 5)), (prod, (5,)), (fsum, ([1e308, 1e308],)), (fsum, (["a"],)), (log, (10 ** 400,)), (log2, (2 ** 5000,)), (log10, (10 ** 400,)), (sqrt, (10 ** 400,)), (isqrt, (10 ** 40,)), (nextafter, (0, 1)), (ulp, (nan,)), (modf, (inf,)), (frexp, (0,)), (hypot, ()), (hypot, (inf, nan)), (ceil, (-0.5,)), (copysign, (nan, -1)), (degrees, ("1",)), (erf, (inf,)), (exp, (-1000,)), (expm1, (1000,))):
    attempt(f, *a)
