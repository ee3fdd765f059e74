import re
print(re.compile('a'), re.compile("it's"), re.compile('a"b\'c'), re.compile(r'\d'), re.compile('\n'), re.compile('é'), re.compile('a' * 300))
print(re.compile('a', re.I), re.compile('a', re.I | re.M | re.S | re.X | re.A), re.compile(b'a', re.L | re.I), re.compile('a', 1 << 20), re.compile('a', 1 << 20 | 2))
print(re.match('a*', 'a' * 100), re.match(b'a', b'a'), re.match('.', '\n', re.S), re.match('"', '"'), re.match("'", "'"))
print(re.compile('').scanner('').__class__, re.compile('a').match.__name__, re.Pattern.__doc__, re.Pattern[str], re.Match[bytes])
