import re
print(re.findall(r'\w+(?=,)', 'a,bc,d'), re.findall(r'\b\w+\b(?!,)', 'a,bc,d'), re.findall(r'(?<=\$)\d+', '$10 20 $30'), re.findall(r'(?<!\$)\b\d+', '$10 20 $30'))
print(re.match('(?=(a))a(?<=(a))', 'a').groups(), re.search('(?<=ab|cd)e', 'xcde'), re.search('(?<=é)a', 'éa'), re.search('(?<!^)a', 'aa'))
print(re.match('(?!(a)b)a(.)', 'ac').groups(), re.sub('(?<=a)(?=b)', '-', 'abab'), re.search(r'(?<=^a)b', 'ab'), re.search(r'(?<=\bfoo)bar', 'foobar'))
print(re.match('(?=.*\\d)(?=.*[a-z]).{4,}$', 'abc1'), re.match('(?=.*\\d)(?=.*[a-z]).{4,}$', 'abcd'), re.search('(?<=(a){2})b', 'aab').groups())
for p in ('(?<=a+)b', '(?<!a|bc)d', '(?<=a{2,3})', '(?<=(?:a|b)c*)', '(?<=a', '(?<a)', '(?<', '(?=', '(?!a', '(?<=a)(?<=b*)', '(?<=.{3})x', '(a*)(?<=\\1)'):
    try:
        print(p, re.compile(p).pattern)
    except re.error as e:
        print(p, e, e.pos)
