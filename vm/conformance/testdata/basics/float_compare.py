# Comparing and rounding floats as programs do
print(0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9, round(0.1 + 0.2, 2) == 0.3, 1.0 == 1, 1.5 > 1, 2 < 2.5 < 3, 1e3 == 1000, 0.5 in [0.5], [1, 2.0] == [1.0, 2])
import math
print(math.isclose(0.1 + 0.2, 0.3), math.floor(2.7), math.ceil(2.1), int(2.9), int(-2.9), round(2.5), round(3.5), round(-2.5), round(1234.567, -2), round(2.675, 2), 7 // 2, -7 // 2, 7 % 3, -7 % 3, 7.5 // 2, 2**0.5, 10 / 4, 10 // 4.0)
vals = [3.5, 1, 2.25, -0.5]
print(sorted(vals), max(vals), sum(vals), sum(vals) / len(vals), min(vals, key=abs), [round(v) for v in vals], [f"{v:.1f}" for v in vals], [v for v in vals if v == int(v)])
t = 0.0
for _ in range(10): t += 0.1
print(t, t == 1.0, math.fsum([0.1] * 10) == 1.0, 1e16 + 1 == 1e16, 1 / 3 * 3 == 1, 4.35 * 100, 1.1 + 2.2)
