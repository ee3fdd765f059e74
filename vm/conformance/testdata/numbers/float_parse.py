# float(): accepted texts, errors, infinities, underscores, huge and tiny
def attempt(*a, **k):
    try:
        print(repr(float(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)
for s in ("0", "-0", "1.5", " 2.5 ", "\n3\t", "1e5", "1E-5", "+1.5e+3", ".5", "5.", "1_000.5", "1_0e1_0", "inf", "-Infinity", "+INF", "nan", "-nan", "NaN", "infinit", "1__0", "_1", "1_", "1._5", "1_.5", "1e", "e5", ".", "", " ", "+", "1.2.3", "0x10", "1e5.5", "1 2", "١٫٥", "١٢", "１.５", "1e400", "-1e400", "1e-400", "9" * 400, "0." + "0" * 400 + "1", "1" + "0" * 310, "2.2250738585072011e-308", "0.1e1", "1d5", "1f", "1.5j", "\x001", "1\x00", "१.५", "infinity_", "1e1_0", "0_0", "123456789012345678901234567890", "1.7976931348623159e308", "1.7976931348623158e308", "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "0.500000000000000166533453693773481063544750213623046875"):
    attempt(s)
attempt()
attempt(5)
attempt(10**400)
attempt(2**53 + 1)
attempt(2**63)
attempt(True)
attempt(b"1.5")
attempt(bytearray(b"2.5"))
attempt(None)
attempt([])
attempt(1j)
attempt("1", "2")
attempt(x=1)
attempt(b"\xff")
attempt("x" * 300)
