import re
for p in ('[abc]', '[^abc]', '[a-c]', '[]a]', '[^]a]', '[a-]', '[-a]', r'[\]]', r'[\\]', r'[\-x]', '[a-cx-z]', '[.*]', '[$^]', r'[\n\t]', r'[\x41-\x43]', r'[\u00e9]', r'[\101]', r'[\0]', '[a\\-z]', r'[\b]', '[(]', '[ ]'):
    print(p, re.findall(p, 'abcxyz]-^\\.*$\n\tABCé\x00\x08( '))
for p in ('[', '[]', '[^', '[^]', '[a', '[a-', '[b-a]', r'[\w-a]', r'[a-\d]', r'[\q]', r'[\x1]', r'[\u12]', r'[\8]', r'[\400]', '[a\\', r'[\A]', r'[\Z]', r'[\B]', r'[\N{foo}]', r'[\N]', r'[\U00110000]'):
    try:
        print(p, re.compile(p))
    except re.error as e:
        print(p, e, e.pos)
