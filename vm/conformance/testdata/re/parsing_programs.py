import re
log = '''2024-01-05 10:00:01 INFO  start pid=77
2024-01-05 10:00:02 ERROR disk "full now" code=28
bad line
2024-02-29 23:59:59 WARN  x'''
pat = re.compile(r'^(?P<date>\d{4}-\d\d-\d\d) (?P<time>[\d:]+) (?P<level>[A-Z]+)\s+(?P<msg>.*)$', re.M)
for m in pat.finditer(log):
    print(m.groupdict(), dict(re.findall(r'(\w+)=(\w+)', m['msg'])))
print(re.sub(r'(?<!^)(?=[A-Z])', '_', 'camelCaseName').lower(), re.sub(r'_(\w)', lambda m: m[1].upper(), 'snake_case_name'))
print(re.sub(r'(\d)(?=(\d{3})+$)', r'\1,', '1234567'), re.findall(r'"((?:[^"\\]|\\.)*)"', r'"a\"b" "c"'))
print(re.match(r'(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$', '192.168.1.254'), re.match(r'(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$', '256.1.1.1'))
print(re.fullmatch(r'[\w.+-]+@[\w-]+\.[\w.-]+', 'john.doe+x@ex-am.co.uk'), re.split(r'(?<=[.!?])\s+', 'One. Two! Three? Four'))
print(re.findall(r'<(\w+)[^>]*>(.*?)</\1>', '<b>x</b><i c="d">y</i>'), re.sub(r'\s+', ' ', ' a \n\t b ').strip())
print(re.fullmatch(r'(?:[01]\d|2[0-3]):[0-5]\d', '23:59'), bool(re.fullmatch(r'.?|(..+?)\1+', '1' * 13)), bool(re.fullmatch(r'.?|(..+?)\1+', '1' * 15)))
