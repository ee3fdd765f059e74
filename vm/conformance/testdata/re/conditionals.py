import re
p = re.compile(r'(<)?(\w+@\w+)(?(1)>|$)')
for s in ('<a@b>', 'a@b', '<a@b', 'a@b>'):
    print(s, p.match(s))
q = re.compile(r'(?P<q>")?\w+(?(q)"|!)')
for s in ('"a"', 'a!', '"a!', 'a"'):
    print(s, q.match(s))
print(re.match(r'(?:(a)|c)(?(1)b)', 'ab'), re.match(r'(?:(a)|c)(?(1)b)', 'c'), re.match(r'(?(1)a|b)(c)?', 'bc'))
print(re.match(r'(a)?(?(1)|b)c', 'ac'), re.match(r'(a)?(?(1)b|)c', 'c'), re.match('(?:(a)|b)(?(1)(?(1)c|d)|e)', 'be'))
for s in ('(?(1)a|b|c)(d)', '(?(2)a)(b)', '(?(0)a)', '(?(x)a)', '(?(1', '(?(', '(?()a)', '(?(-1)a)', '(?(1a)b)', '(a)(?(1)b', '(a)(?(1)b|c', '(?(99999999999)a)', '(?(1)a)'):
    try:
        print(s, re.compile(s).groups)
    except re.error as e:
        print(s, e)
