import subprocess
print(subprocess.call(['true']), subprocess.call('exit 7', shell=True), subprocess.check_call(['true']), subprocess.check_output(['echo', 'x']))
print(subprocess.check_output(['cat'], input=b'in'), subprocess.check_output(['cat'], input='in', text=True), subprocess.check_output(['cat'], input=None), repr(subprocess.check_output(['cat'], input=None, text=True)))
for f, a, kw in ((subprocess.check_call, (['false'],), {}), (subprocess.check_output, ('echo o; exit 9',), dict(shell=True)), (subprocess.check_output, (['echo'],), dict(stdout=1)), (subprocess.check_output, (['echo'],), dict(check=False))):
    try:
        f(*a, **kw)
    except (subprocess.CalledProcessError, ValueError) as e:
        print(type(e).__name__, e)
print(subprocess.getoutput('echo a; echo b >&2'), subprocess.getstatusoutput('echo z; exit 4'), subprocess.getstatusoutput('kill -9 $$'))
for seq in (['a b', 'c'], ['a"b'], ['c:\\dir\\'], ['c:\\a b\\'], [''], ['a\\"b'], ['a\\\\b c'], ['\t'], [b'x', 'y']):
    print(subprocess.list2cmdline(seq))
print(sorted(subprocess.__all__), subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL)
