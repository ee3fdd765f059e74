# cmath: values and errors
import cmath
for f in (cmath.sqrt, cmath.exp, cmath.log, cmath.log10, cmath.sin, cmath.cos, cmath.tan, cmath.sinh, cmath.cosh, cmath.tanh, cmath.phase, cmath.polar):
    row = []
    for v in (1 + 1j, -1, 2, 1j):
        r = f(v)
        row.append(tuple(round(x, 9) + 0.0 for x in (r if isinstance(r, tuple) else (r.real, r.imag) if isinstance(r, complex) else (r,))))
    print(f.__name__, row)
print(cmath.isnan(complex("nan")), cmath.isinf(complex("infj")), cmath.isfinite(1j), cmath.isclose(1 + 1e-12j, 1), cmath.rect(2, 0), cmath.pi, cmath.e, cmath.inf, cmath.nanj, cmath.infj, cmath.log(8, 2))
for f, a in ((cmath.log, (0,)), (cmath.sqrt, ("x",)), (cmath.exp, (1000,)), (cmath.phase, ("a",)), (cmath.rect, (1,)), (cmath.atanh, (1,))):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
