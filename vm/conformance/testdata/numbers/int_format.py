# bin, hex, oct, and integer formatting in every style
for n in (0, 1, -1, 255, -255, 2**64, -2**65):
    print(bin(n), oct(n), hex(n), f"{n:b} {n:o} {n:x} {n:X} {n:#b} {n:#o} {n:#x} {n:#X} {n:d} {n:n} {n:,} {n:_} {n:_x} {n:_b}")
    print("%d %i %u %o %x %X %#o %#x %#X %5d %-5d| %05d %+d % d" % ((n,) * 14))
for spec in ("5", "<5", ">5", "^5", "05", "=5", "=+5", "+", "-", " ", "*^7", "#x", "#010x", "010,", "0=8", "x<6d", "+,", "_d", "e", "f", ".2f", "g", "%", "c", "8.3e", ",.1f", "+08.2f", "020,", "#_x", "{<4", "é^5", "1", "01", "-^9", "z", "5s", "s", "=", ".3", ".3d", "c5", "+c", ",x", "_c", ",n", "5 ", "ww", ",_", "__", "!"):
    try:
        print(repr(spec), repr(format(97, spec)), repr(format(-1234567, spec)))
    except Exception as e:
        print(repr(spec), type(e).__name__, e)
print(format(8364, "c"), format(0x1F600, "c"), f"{12345678:015,}", f"{-5:=+8}", f"{True:d} {True} {True:5}| {False:>6}")
for bad in (-1, 0x110000):
    try:
        format(bad, "c")
    except (OverflowError, ValueError) as e: print(type(e).__name__, e)
for v in (1.5, "x", None, []):
    for f in (bin, hex, oct):
        try: f(v)
        except TypeError as e: print(e)
print(f"{10**30:,}", f"{10**30:_}", f"{-10**21:030,}", f"{2**100:_x}", f"{255:#_b}", f"{0:,}", f"{999:,}", f"{1000:06,}", f"{1:07,}")
