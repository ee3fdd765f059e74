import re
print(re.escape('a.b*c'), re.escape(b'a.b'), re.escape(''), re.escape('é_1'), repr(re.escape('\n\t \x00')))
print(re.escape(''.join(map(chr, range(32, 127)))))
print(re.escape(bytes(range(256))))
for c in map(chr, range(256)):
    assert re.fullmatch(re.escape(c), c), c
    assert re.fullmatch(re.escape(c), c, re.X), c
try:
    re.escape(5)
except TypeError as e:
    print(e)
