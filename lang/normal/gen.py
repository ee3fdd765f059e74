"""Writes decomp.z: decompositions, combining classes, numeric values.

Run by go generate with CPython 3.11 (Unicode 14.0). The file is zlib data,
lines "D HEX mapping" (decomposition()), "X HEX" (a canonical pair that
is not composed), "C HEX class" (combining() where it is not 0), "N HEX value"
(numeric() as repr).
"""
import unicodedata as ud
import zlib


def main():
    out = []
    for c in range(0x110000):
        ch = chr(c)
        d = ud.decomposition(ch)
        if d:
            out.append("D %x %s" % (c, d))
            if not d.startswith("<"):
                if ud.normalize("NFC", "".join(chr(int(x, 16)) for x in d.split())) != ch:
                    out.append("X %x" % c)
        if ud.combining(ch):
            out.append("C %x %d" % (c, ud.combining(ch)))
        n = ud.numeric(ch, None)
        if n is not None:
            out.append("N %x %r" % (c, n))
    with open("decomp.z", "wb") as f:
        f.write(zlib.compress("\n".join(out).encode(), 9))


main()
