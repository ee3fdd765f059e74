# A matrix of values and %-conversions
vals = [0, -1, 42, 2**65, 0.0, -1.5, 1e20, 1.23456789e-5, float("inf"), float("nan"), True, "txt", "é", None, [1], b"b", 1j]
specs = ["%s", "%r", "%a", "%d", "%i", "%u", "%x", "%X", "%#x", "%o", "%#o", "%e", "%E", "%f", "%F", "%g", "%G", "%c", "%5d", "%-5d|", "%05d", "%+d", "% d", "%.3d", "%8.3f", "%-8.3f|", "%08.3f", "%+.1e", "%.0f", "%#.0f", "%.10g", "%5s", "%-5s|", "%.2s", "%5.1s", "%c|", "%%", "%08x", "%+x", "%5%"]
for v in vals:
    row = []
    for s in specs:
        try: row.append(s % (v,))
        except Exception as e: row.append(type(e).__name__[0] + ":" + str(e)[:40])
    print(repr(v), row)
