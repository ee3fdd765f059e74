import re
s = 'a\ud800b\udfff'
print(ascii(re.findall('.', s)), ascii(re.findall('[\ud800-\udfff]', s)), re.search('b', s).span(), ascii(re.sub('\ud800', 'X', s)), ascii(re.split('\udfff', s)))
print(re.match('\\w', '\ud800'), re.match('\ud800', '\ud800').span(), ascii(re.compile('\ud800')), ascii(re.match('.', '\udc80')))
print([m.span() for m in re.finditer('😀|é', 'x😀yé😀')], re.search('y', 'x😀y').start(), re.findall('[^x]', 'x😀y'))
print(re.escape('😀é'), [m.span(1) for m in re.finditer('(?<=é)(.)', 'éaébé')])
