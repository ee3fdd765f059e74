import re
for p in ('a{2}', 'a{2,}', 'a{,2}', 'a{1,2}', 'a{0}', 'a{,}', 'a{', 'a{}', 'a{x}', 'a{1', 'a{1,', 'a{1,x}', 'a{-1}', 'a{ 1}', '{1}'[1:], 'a{01}', 'a{1}?', 'a{1,2}?', 'a??', 'a*?', 'a+?', '(a{2}){2}', '(?:a|b){3}', '(?:)*', '(?:a*)*', '(a*)+', '(a*?)*?', '(?:a?b?)*'):
    print(p, [re.match(p, s) for s in ('', 'a', 'aaa', 'ababa', 'a{', 'a{1,x}')], re.fullmatch(p, 'aaaa'))
for p in ('*', '+a', '?', '{1}', '(*)', 'a|*', '^*', '$+', r'\b?', 'a{2,1}', '(?:*a)', 'a{4294967295}', 'a{99999999999999999999}', '(?i)*', r'\A{2}', '()*', '(?=a)*', '(?#c)*'):
    try:
        print(p, re.compile(p))
    except (re.error, OverflowError) as e:
        print(p, type(e).__name__, e)
