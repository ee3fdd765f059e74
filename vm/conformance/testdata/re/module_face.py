import re
print(sorted(re.__all__))
for name in re.__all__:
    assert hasattr(re, name), name
print(re.__version__, re.compile.__module__, re.match.__name__)
import inspect
for f in (re.match, re.fullmatch, re.search, re.sub, re.subn, re.split, re.findall, re.finditer, re.compile, re.purge, re.template, re.escape):
    print(f.__name__, inspect.signature(f))
print(re.match(pattern='a', string='ab', flags=0), re.sub(pattern='a', repl='b', string='a', count=1, flags=0))
print([n for n in dir(re.Pattern) if not n.startswith('__')], [n for n in dir(re.Match) if not n.startswith('__')])
