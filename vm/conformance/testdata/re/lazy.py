import re
for p, s in (('<.*?>', '<a><b>'), ('a+?', 'aaa'), ('a*?b', 'aab'), ('a??b', 'ab'), ('a{2,3}?', 'aaaa'), ('(?:ab)+?', 'abab'), ('.*?(\\d+)', 'ab123'), ('"(.*?)"', 'say "x" "y"'), ('(.+?)(.*)', 'abc'), ('^.*?$', 'a\nb'), ('(?s)^.*?$', 'a\nb'), ('é+?x', 'ééx'), ('[^x]*?x', 'aéx'), ('(a|b)*?c', 'abc'), ('x*?', 'xx'), ('.{3,}?y', 'xxxxy'), ('\\s*?\\w', '  a')):
    m = re.search(p, s)
    print(p, repr(s), m and (m.span(), m.groups()), re.fullmatch(p, s), re.findall(p, s), repr(re.sub(p, '_', s)))
