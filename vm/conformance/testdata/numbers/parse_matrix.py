# int, float and complex over the same set of texts
texts = ["", " ", "0", "00", "-0", "+0", "1", " 1 ", "1_0", "1__0", "_1", "1_", "0x1", "0b1", "0o1", "1.0", "1.", ".1", ".", "1e1", "1e", "e1", "1e+1", "1e-1", "1e400", "-1e400", "inf", "-inf", "+inf", "nan", "-nan", "infinity", "Inf", "1j", "j", "1+j", "1 + j", "(1)", "1,0", "1 0", "١", "½", "\t1\n", "1\x00", "--1", "+-1", "1+1", "1L", "0x", "1e1.5", "True", "None", "１２", "1.5.5", "1..5", "1e_1", "1_e1", "1._5", "1_.5", "0_1", "9" * 25, "0.1e-400", "1e00005", "\u20091", "1\u2009"]
for t in texts:
    row = []
    for f in (int, float, complex):
        try: row.append(repr(f(t)))
        except ValueError as e: row.append("ValueError")
    for b in (0, 2, 16):
        try: row.append(repr(int(t, b)))
        except ValueError as e: row.append("V")
    print(ascii(t), row)
