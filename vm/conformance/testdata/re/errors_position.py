import re
for p in ('(', ')', '(a', 'a)', '(()', '[a', '*', 'a**', 'ab(?P<x>', 'a\n(b\n*', '\n\n[', 'x{2,1}', 'a|*', '(?#', '(?#a', '(?:a', b'(', b'a\n[', '(?<x)', '(?Q)', '(a)\n(?P<n>x)\n(?P<n>y)'):
    try:
        re.compile(p)
    except re.error as e:
        print(repr(p), '|', e, '|', e.msg, e.pos, e.lineno, e.colno, e.pattern == p, e.args)
e = re.error('msg')
print(e, e.msg, e.pattern, e.pos, e.lineno, e.colno)
e = re.error('msg', 'a\nb', 2)
print(e, e.lineno, e.colno, repr(e), issubclass(re.error, Exception), re.error.__module__, re.error.__name__)
