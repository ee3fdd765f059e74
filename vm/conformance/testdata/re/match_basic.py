import re
m = re.match(r'(\w+) (\w+)', 'hello world again')
print(m, m.group(), m.group(0), m.group(1, 2), m[0], m[1], m[2])
print(m.groups(), m.span(), m.span(1), m.start(2), m.end(2))
print(m.string, m.re, m.pos, m.endpos, m.lastindex, m.lastgroup, m.regs)
print(re.match('b', 'ab'), re.search('b', 'ab'), re.fullmatch('ab', 'abc'), re.fullmatch('ab.', 'abc'))
print(bool(m), re.match('', ''))
for bad in (3, -1, 'x', None, 1.5, (1,)):
    try:
        print(m.group(bad))
    except Exception as e:
        print(type(e).__name__, e)
try:
    m.group([])
except Exception as e:
    print(type(e).__name__, e)
class I:
    def __index__(self): return 2
print(m.group(I()), m.group(True), m.group(10**30) if 0 else '-')
try:
    m.group(10**30)
except IndexError as e:
    print(e)
