# Mixed formatting work as programs do it: tables, CSV, columns, padding, hex dumps
rows = [("apple", 3, 1.25), ("banana", 12, 0.5), ("kiwi", 100, 12.999)]
print("\n".join(f"{n:<10}|{c:>5}|{p:>8.2f}" for n, c, p in rows))
print("%-10s%5s%8s" % ("name", "count", "price"))
for r in rows: print("%-10s%5d%8.2f" % r)
print("-" * 23, "{:^23}".format(" total "), "=" * 23, sep="\n")
print("total {:>17.2f}".format(sum(c * p for _, c, p in rows)))
def csv(rows): return "\n".join(",".join('"%s"' % v if isinstance(v, str) else str(v) for v in r) for r in rows)
print(csv(rows))
def dump(b, w=8):
    for i in range(0, len(b), w):
        c = b[i:i + w]
        print(f"{i:04x}  {' '.join(f'{x:02x}' for x in c):<{w * 3}} {''.join(chr(x) if 32 <= x < 127 else '.' for x in c)}")
dump(b"Hello, World!\n\x00\xff")
def human(n):
    for u in "BKMGT":
        if n < 1024: return f"{n:.1f}{u}"
        n /= 1024
print([human(10 ** k) for k in range(0, 13, 2)])
def roman(n):
    out = ""
    for v, s in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out += s * (n // v)
        n %= v
    return out
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024)])
print(*[f"{i:>2}*{j}={i * j:<3}" for i in range(2, 4) for j in range(1, 5)], sep=" ")
print(" ".join("Fizz" * (i % 3 == 0) + "Buzz" * (i % 5 == 0) or str(i) for i in range(1, 16)))
print("".join(c if c.isalnum() else "-" for c in "Hello, World! 123").strip("-").lower(), "snake_case_name".title().replace("_", ""), "".join("_" + c.lower() if c.isupper() else c for c in "camelCaseName"))
print("{:08b} {:>+8.3e} {:<#6x}| {:^+9,}|".format(37, -12345.678, 255, 12345), "{:02d}:{:02d}:{:02d}".format(*divmod(3725, 3600)[:1], *divmod(3725 % 3600, 60)))
