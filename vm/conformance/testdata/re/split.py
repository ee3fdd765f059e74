import re
print(re.split(',', 'a,b,,c'), re.split('(,)', 'a,b'), re.split('(,)|;', 'a,b;c'), re.split(',', ''))
print(re.split('x*', 'axbc'), re.split('', 'ab'), re.split(r'\b', 'hi you'), re.split('(?=b)', 'abab'))
print(re.split(',', 'a,b,c', 1), re.split(',', 'a,b,c', maxsplit=2), re.split(',', 'a,b', -1))
print(re.split(b':', b'a:b'), re.split(r'(\W+)', 'Words, words.'), re.split('((a)|(b))', 'xaybz'))
print(re.split('é', 'aébéc'), re.compile('[:,]').split('a:b,c', 1), re.split(r'\s+', ' a  b '))
print(re.split('[a-f]+', '0a3B9', flags=re.I), re.split(b'x', memoryview(b'1x2')), re.split(b'x', bytearray(b'1x2')))
