# Buffered random access under random operations, compared with a bytearray and a position
import random, os, sys
rnd = random.Random(7)
p = '/tmp/minipy_test_%d.bin' % os.getpid()
bad = 0
for trial in range(120):
    data = bytearray(rnd.randrange(256) for _ in range(rnd.choice((0, 10, 300, 9000))))
    open(p, 'wb').write(data)
    bs = rnd.choice((-1, 16, 100))
    f = open(p, 'r+b', buffering=bs); pos = 0; log = []
    for step in range(60):
        op = rnd.randrange(10)
        e = None
        try:
            if op == 0: n = rnd.choice((0, 1, 5, 50, 5000)); r = f.read(n); e = bytes(data[pos:pos+n]); pos += len(e)
            elif op == 1:
                b = bytes([rnd.randrange(256)]) * rnd.choice((0, 1, 7, 40, 200, 9000)); r = f.write(b); e = len(b)
                if b:
                    if pos > len(data): data.extend(bytes(pos - len(data)))
                    data[pos:pos+len(b)] = b; pos += len(b)
            elif op == 2: n = rnd.randrange(0, 400); r = f.seek(n); e = pos = n
            elif op == 3:
                n = rnd.randrange(-5, 20)
                if pos + n < 0: e = 'OSError'; r = f.seek(n, 1)
                else: e = pos = pos + n; r = f.seek(n, 1)
            elif op == 4:
                n = rnd.randrange(-10, 10)
                if len(data) + n < 0: e = 'OSError'; r = f.seek(n, 2)
                else: e = pos = len(data) + n; r = f.seek(n, 2)
            elif op == 7: r = None
            elif op == 8: r = f.flush(); e = None
            else:
                b = bytearray(rnd.choice((1, 20, 150))); n = f.readinto(b); r = bytes(b[:n]); e = bytes(data[pos:pos+len(b)]); pos += len(e)
        except (OSError, ValueError) as x: r = type(x).__name__
        log.append((op, r))
        if r != e: bad += 1; print('trial', trial, 'bs', bs, 'step', step, 'op', op, 'got', repr(r)[:40], 'want', repr(e)[:40]); break
    f.close()
    c = open(p, 'rb').read()
    if r == e and c != data: bad += 1; print('trial', trial, 'content', len(c), len(data), 'bs', bs)
os.remove(p)
print(bad)
