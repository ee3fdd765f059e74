# Format specs of strings: fill, align, width, precision, errors
for spec in ("", "s", "5", "<5", ">5", "^5", "*>5", "é<5", "中^7", ".2", ".0", "5.1", "05", "<05", "=5", "+", "-", " ", ",", "_", "#", "d", "x", "f", "5s", ".2s", "{>4", "}<4", "0", "00", "1", "s5", "10.", ".s", "z", "<", "<<5", "^^", "ss", "5 s", "\n>3", "0>5", "0<5", "^05", "99999999999999999999", ".99999999999999999999"):
    try: print(repr(spec), repr(format("abc", spec)))
    except Exception as e: print(repr(spec), type(e).__name__, e)
print(f"{'中文':>5}|{'é':^3}|{'😀':<3}|{'e' + chr(0x301):>4}|{'':3}|{'abc':.10}|{'abcdef':^4.2}|")
for v in (None, [], (), {}, object, len, ..., b"x", range(3), slice(1)):
    for spec in ("", "s", "5"):
        try: print(format(v, spec))
        except TypeError as e: print(e)
