# Huffman coding, run-length encoding, LZ77-like compression, base64 by hand, checksums
import heapq
from collections import Counter
text = "she sells sea shells by the sea shore; the shells she sells are surely seashells"
def huffman(s):
    heap = [(n, i, c) for i, (c, n) in enumerate(sorted(Counter(s).items()))]
    heapq.heapify(heap)
    i = len(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], i, (a[2], b[2])))
        i += 1
    codes = {}
    def walk(t, code):
        if isinstance(t, str): codes[t] = code or "0"
        else: walk(t[0], code + "0"); walk(t[1], code + "1")
    walk(heap[0][2], "")
    return codes
codes = huffman(text)
bits = "".join(codes[c] for c in text)
back = {v: k for k, v in codes.items()}
out, cur = [], ""
for b in bits:
    cur += b
    if cur in back: out.append(back[cur]); cur = ""
print(len(text) * 8, len(bits), "".join(out) == text, sorted(codes.items(), key=lambda kv: (len(kv[1]), kv))[:5])
def rle(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]: j += 1
        out.append((s[i], j - i))
        i = j
    return out
print(rle("aaabccdddd"), "".join(c * n for c, n in rle("wwwb")))
def lz(s, window=32):
    i, out = 0, []
    while i < len(s):
        best = (0, 0)
        for j in range(max(0, i - window), i):
            n = 0
            while i + n < len(s) and s[j + n] == s[i + n] and n < 15: n += 1
            if n > best[1]: best = (i - j, n)
        if best[1] > 2: out.append(best); i += best[1]
        else: out.append(s[i]); i += 1
    return out
def unlz(tokens):
    s = ""
    for t in tokens:
        if isinstance(t, str): s += t
        else:
            for _ in range(t[1]): s += s[-t[0]]
    return s
z = lz(text)
print(len(z), z[:12], unlz(z) == text)
AB = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
def b64(data):
    out = ""
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]
        n = int.from_bytes(chunk.ljust(3, b"\0"), "big")
        out += "".join(AB[n >> s & 63] for s in (18, 12, 6, 0))[:len(chunk) + 1] + "=" * (3 - len(chunk))
    return out
print(b64(b"Hello"), b64(b"Hello!"), b64(b""), b64(bytes(range(250, 256))))
def crc32(data):
    c = 0xFFFFFFFF
    for b in data:
        c ^= b
        for _ in range(8): c = c >> 1 ^ (0xEDB88320 if c & 1 else 0)
    return c ^ 0xFFFFFFFF
def adler(data):
    a, b = 1, 0
    for x in data: a = (a + x) % 65521; b = (b + a) % 65521
    return b << 16 | a
print(hex(crc32(b"123456789")), hex(adler(b"Wikipedia")), hex(crc32(text.encode())))
def sha1(data):
    h = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0]
    rol = lambda x, n: (x << n | x >> (32 - n)) & 0xFFFFFFFF
    ml = len(data) * 8
    data += b"\x80"
    data += b"\0" * ((56 - len(data)) % 64) + ml.to_bytes(8, "big")
    for o in range(0, len(data), 64):
        w = [int.from_bytes(data[o + i:o + i + 4], "big") for i in range(0, 64, 4)]
        for i in range(16, 80): w.append(rol(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1))
        a, b, c, d, e = h
        for i in range(80):
            if i < 20: f, k = b & c | ~b & d, 0x5A827999
            elif i < 40: f, k = b ^ c ^ d, 0x6ED9EBA1
            elif i < 60: f, k = b & c | b & d | c & d, 0x8F1BBCDC
            else: f, k = b ^ c ^ d, 0xCA62C1D6
            a, b, c, d, e = (rol(a, 5) + f + e + k + w[i]) & 0xFFFFFFFF, a, rol(b, 30), c, d
        h = [(x + y) & 0xFFFFFFFF for x, y in zip(h, (a, b, c, d, e))]
    return "".join(f"{x:08x}" for x in h)
print(sha1(b"abc"), sha1(b""), sha1(text.encode() * 3))
