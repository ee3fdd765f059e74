# Numeric literals: bases, underscores, imaginary, exponents, bad ones
print(0xFF, 0XfF, 0o17, 0O17, 0b101, 0B1, 1_000_000, 0x_ff, 0b_1_0, 0o_7, 0, 00, 0_0, 000, 1e3, 1E3, 1e+3, 1e-3, 1.e3, .1e1, 1_0.0_1e1_0, 1j, 1.5J, 1e3j, 0j, 00j, 010.5, 09.5, 09j, 0e0, 5.0)
print(0xDEADBEEF, 0xFFFFFFFFFFFFFFFF, 0b1111_0000, 123456789012345678901234567890, 1e308, 1e-320, 0x1F.bit_length(), 1 .real, 1..real, 1.0.imag, 5 .__class__)
def bad(s):
    try: print(s, "=", eval(s))
    except SyntaxError as e: print(s, "|", e.msg, e.offset)
    except (NameError, AttributeError) as e: print(s, "|", e)
import warnings
warnings.simplefilter("ignore")
for s in ("012", "0777", "1__0", "1_", "_1", "0x", "0b", "0o", "0b2", "0o8", "0xg", "1e", "1e+", "1_e5", "1e_5", "0_", "0x_", "1.5.5", "1_.5", "1._5", "0b12", "0o78", "1a", "1.5a", "0xfor", "1if 2 else 3", "1or 2", "0x1for x in y", "5 5", "1 .5", "0b1.5", "0x1.5", "00000", "0b1e5", "1jj", "1e5e5", "9" * 20, "0_7", "00_0", "1.real", "1..real", "12L", "0xFFL", "$5", "1?", "08", "0b", "1__", "0__1", "1e1_", "1_000_"):
    bad(s)
