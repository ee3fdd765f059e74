import re
for p, s in (('a|ab', 'ab'), ('ab|a', 'ab'), ('foo|foobar', 'foobar'), ('(foo|foobar)$', 'foobar'), ('|a', 'a'), ('a|', 'b'), ('a||b', 'b'), ('(a|b|c|d)', 'd'), ('abc|abd|ab', 'abd'), ('[ab]|c', 'c'), ('(?:ab|ac)d', 'acd'), ('if|else|elif|while|for', 'elif'), ('é|è|ê', 'ê'), ('x(?:a|b|)y', 'xy'), ('(?:a|é|\U0001f600)+', 'aé\U0001f600'), ('(?i:foo|BAR)', 'bar'), ('a.c|a\\wd', 'abd'), ('^a|b$', 'cb'), ('(a)|(b)|(c)', 'c')):
    m = re.search(p, s)
    print(p, s, m and (m.group(), m.groups()), re.fullmatch(p, s))
