# Text files and StringIO under random reads, tells and seeks: what came out, as a checksum
import random, io, os
rnd = random.Random(7)
h = 0
def note(*a):
    global h
    h = (h * 1000003 + sum(repr(a).encode())) % (1 << 61)
p = '/tmp/minipy_test_%d.txt' % os.getpid()
alpha = ['a', 'b', '\n', '\r', '\r\n', 'é', '€', '😀', ' ', 'xyz' * 9, 'line\n']
for enc in ('utf-8', 'latin-1', 'utf-16', 'ascii', 'utf-8-sig', 'utf-32-le'):
  for nl in (None, '', '\n', '\r', '\r\n'):
    for trial in range(5):
        text = ''.join(rnd.choice(alpha) for _ in range(rnd.choice((3, 30, 3000))))
        with open(p, 'w', encoding=enc, errors='ignore', newline='') as f: f.write(text)
        f = open(p, 'r', encoding=enc, newline=nl)
        f._CHUNK_SIZE = rnd.choice((16, 100, 8192)) if enc != 'utf-8-sig' else 8192
        cookies = [0]
        for step in range(30):
            op = rnd.randrange(5)
            if op == 0: r = f.read(rnd.choice((0, 1, 3, 20)))
            elif op == 1: r = f.readline()
            elif op == 2: r = f.readline(rnd.choice((1, 4, 30)))
            elif op == 3: cookies.append(f.tell()); r = None
            else: c = rnd.randrange(len(cookies)); f.seek(cookies[c]); r = f.read(5)
            note(enc, nl, trial, step, op, r)
        f.seek(0); note(f.read(), f.newlines)
        f.close()
    print(enc, repr(nl), h)
os.remove(p)
for trial in range(60):
    s = io.StringIO(''.join(rnd.choice(alpha) for _ in range(20)), newline=rnd.choice((None, '', '\n', '\r\n')))
    for step in range(30):
        op = rnd.randrange(6)
        if op == 0: r = s.read(rnd.randrange(6))
        elif op == 1: r = s.write(rnd.choice(alpha))
        elif op == 2: r = s.seek(rnd.randrange(40))
        elif op == 3: r = s.readline()
        elif op == 4: r = s.truncate(rnd.choice((None, 10)))
        else: r = (s.tell(), s.getvalue())
        note(step, op, r)
print('sio', h)
