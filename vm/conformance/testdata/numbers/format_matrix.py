# A matrix of values and format specifications
vals = [0, 1, -1, 42, -1234567, 2**70, 0.0, -0.0, 1.5, -2.675, 1e10, 1.23456789e-5, float("inf"), float("nan"), True, 1 + 2j, "text", "é中"]
specs = ["", ">12", "<12|", "^12", "*^12", "012", "+", " ", "-", "d", "x", "#X", "b", "#o", "c", "e", ".3e", "f", ".0f", ".2f", "g", ".3g", "G", "%", ".1%", ",", "_", ",d", ",.2f", "_.1f", "n", "s", ".2", "10.3", "=+12", "0>12", "<012", "#", "#.3g", "z", "+.1f", "+,d", "010,d", "5c"]
for v in vals:
    row = []
    for s in specs:
        try: row.append(format(v, s))
        except Exception as e: row.append(type(e).__name__[0] + ":" + str(e)[:30])
    print(repr(v), row)
