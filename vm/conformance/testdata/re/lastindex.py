import re
for p, s in (('(a)(b)', 'ab'), ('(a)b', 'ab'), ('((a)(b))', 'ab'), ('((ab))', 'ab'), ('((a)b)', 'ab'), ('(a)|(b)', 'b'), ('(a)?(b)?', 'a'), ('(?:(a)|(b))*', 'aba'), ('(?=(a))a', 'a'), ('(a(b)?)+', 'aba'), ('((a)|b)*', 'ab'), ('()', ''), ('(?!(a))b', 'b'), ('(?>(a)(b))', 'ab')):
    m = re.match(p, s)
    print(p, s, m.lastindex, m.groups(), m.regs)
