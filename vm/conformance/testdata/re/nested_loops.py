import re
for p, s in (('(a*)*', 'aab'), ('(a*)+', 'b'), ('(a|b*)*', 'abba'), ('(a?b??)*', 'ab'), ('((a|b)*c)*', 'abcac'), ('(?:(a)|(b)|(c))*', 'abc'), ('(?:a|(b))*?c', 'abac'), ('(a(?:b|c)?)+d', 'abacad'), ('(?:(?:a{2})*b)+', 'aabaab'), ('((?:ab){1,2}){2}', 'abababab'), ('(?:(x)|(y)|z)*', 'xyz'), ('(a+|b+)*?c', 'aabbc'), ('(?:a|ab)(?:c|bcd)(?:d*)', 'abcd'), ('(|a)+', 'aaa'), ('(?:|a)*?b', 'aab'), ('(?:(a)|b){2}', 'ab'), ('(?:(a)|b){2}', 'ba'), ('(a{0,2})*?$', 'aaa'), ('(?:a(?=b)|b)*', 'abab')):
    m = re.match(p, s)
    print(p, s, m and (m.span(), m.groups(), m.regs), re.fullmatch(p, s), re.findall(p, s))
