# Bit manipulation: masks, counts, shifts, sets as ints, gray codes, popcounts on big values
print([n & -n for n in (1, 2, 12, 40, 0)], [n & (n - 1) for n in (1, 6, 7)], [bin(n).count("1") for n in (0, 7, 255, 2**70 - 1)], [(2**k).bit_length() for k in (0, 1, 63, 64)], [n ^ (n >> 1) for n in range(8)])
mask = 0
for i in (1, 3, 5): mask |= 1 << i
print(mask, [i for i in range(8) if mask >> i & 1], mask & ~(1 << 3), mask ^ 0xFF, ~mask, -mask, mask << 60, (mask << 60) >> 61)
def reverse_bits(n, w=8):
    r = 0
    for _ in range(w): r = r << 1 | n & 1; n >>= 1
    return r
print([reverse_bits(n) for n in (1, 3, 0xF0)], reverse_bits(1, 70))
def parity(n):
    p = 0
    while n: p ^= 1; n &= n - 1
    return p
print([parity(n) for n in range(8)])
x = 0
for i in range(100): x |= 1 << i * 3
print(x.bit_count(), x.bit_length(), x & 0xFFFF, x >> 290, hex(x)[-10:])
def subsets(m):
    s = m
    while True:
        yield s
        if not s: return
        s = s - 1 & m
print(list(subsets(0b1011)))
def u32(n): return n & 0xFFFFFFFF
h = 2166136261
for c in b"hello": h = u32((h ^ c) * 16777619)
print(h, hex(h))
def rotl(n, k, w=32): return u32(n << k | n >> w - k)
print(hex(rotl(0x12345678, 8)), hex(rotl(0x80000001, 1)))
print(5 & 3 | 4 ^ 1, 5 << 1 + 1, ~5 & 0xF, -1 >> 10, -8 >> 1, -1 << 3, -5 & 0xFF, -256 | 1, -1 ^ 5, 0 | -0)
lfsr, seen = 0xACE1, 0
for _ in range(100):
    bit = (lfsr ^ lfsr >> 2 ^ lfsr >> 3 ^ lfsr >> 5) & 1
    lfsr = lfsr >> 1 | bit << 15
    seen ^= lfsr
print(hex(lfsr), hex(seen))
print(int("1011", 2), f"{11:b} {11:08b} {-5:b} {2**40:x}", bin(2**5 - 1), (0b1010).bit_count(), (5).to_bytes(2, "little"), int.from_bytes(b"\xff\x01", "little"))
