# Formatting floats: e f g n % with precision, alternate form, signs, commas, special values
vals = [0.0, -0.0, 1.0, -1.5, 3.14159, 1234567.891, 1e10, 1e-10, 1e100, 0.5, 1.5, 2.5, 0.125, 999999.5, float("inf"), float("-inf"), float("nan")]
specs = ["", "f", ".0f", ".1f", ".3f", "e", ".0e", ".2e", "E", "g", ".0g", ".3g", ".10g", "G", "n", "%", ".1%", "10.2f", "<10.2f|", "^12.1f", "+.2f", " .2f", "010.2f", ",.2f", "_.1f", "#.0f", "#g", "#.3g", "z.0f", ".3", "10", "010", "+", "z.1f", "#.0e", "=+10.1f", "*>10.1f", "020,.1f"]
for s in specs:
    row = []
    for v in vals:
        try: row.append(format(v, s))
        except Exception as e: row.append(f"{type(e).__name__}: {e}")
    print(s, row)
for s in ("d", "x", "s", "c", "b", ".2", "5.", ".f", ".-1f", "1.2.3f", "q", ",e", ".2147483648f", "10000000000000000000000f"):
    try: print(s, repr(format(1.5, s)))
    except Exception as e: print(s, type(e).__name__, e)
for f in ("%f", "%.2f", "%e", "%.3e", "%g", "%.10g", "%G", "%E", "%F", "%10.3f|", "%-10.1f|", "%+f", "% f", "%010.2f", "%#.0f", "%#g", "%.0f", "%5.1f%%", "%s", "%r", "%d", "%i"):
    print(f, [f % v for v in (1234.5678, -0.5, 1e-7, 1e20)])
print("%.50f" % 0.1, "%.30e" % (1 / 3), "%.20g" % 0.1, f"{1e300:.2f}"[:20], f"{0.1:.60f}", f"{5e-324:.5g}", f"{123456789.0:,}", f"{1e16:,}", f"{0.1:.17g}", f"{2.675:.2f} {1.005:.2f} {0.5:.0f} {1.5:.0f} {2.5:.0f}")
