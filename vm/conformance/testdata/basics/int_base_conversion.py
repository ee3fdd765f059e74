# Converting integers between bases by hand and by builtins
def to_base(n, b):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    if n < 0: return "-" + to_base(-n, b)
    out = ""
    while True:
        n, r = divmod(n, b)
        out = digits[r] + out
        if not n: return out
for n in (0, 1, 10, 255, -255, 2**40, 10**20):
    print(n, [to_base(n, b) for b in (2, 8, 16, 36)], all(int(to_base(n, b), b) == n for b in range(2, 37)), bin(n), oct(n), hex(n), f"{n:b} {n:o} {n:x} {n:X} {n:_} {n:,}")
print(int("ff", 16), int("0b11", 0), int("-0x1F", 16), int("z", 36), int(" 42\n"), int("1_000"), [int(c) for c in "907"], sum(map(int, str(2**50))), str(123)[::-1], int(str(-15)[1:]), ord("a") - 96, chr(97 + 25), "%d %o %x" % (8, 8, 255))
