import subprocess
print(subprocess.run(['echo', 'hi'], capture_output=True))
print(subprocess.run(['echo', 'hi'], stdout=subprocess.PIPE, text=True).stdout)
print(subprocess.run('echo out; echo err >&2; exit 3', shell=True, capture_output=True, text=True))
print(subprocess.run(['cat'], input=b'abc', stdout=subprocess.PIPE), subprocess.run(['cat'], input='é\n', capture_output=True, encoding='utf-8').stdout)
print(subprocess.run(['true']), subprocess.run(['false']).returncode)
for kw in (dict(check=True), dict(check=True, capture_output=True)):
    try:
        subprocess.run('echo x; exit 2', shell=True, **kw)
    except subprocess.CalledProcessError as e:
        print(e, e.returncode, e.cmd, e.output, e.stdout, e.stderr)
for kw in (dict(input=b'', stdin=subprocess.PIPE), dict(capture_output=True, stdout=subprocess.PIPE), dict(text=True, universal_newlines=False), dict(bufsize='x'), dict(startupinfo=1), dict(creationflags=1), dict(preexec_fn=1, bogus=2)):
    try:
        print(subprocess.run(['true'], **kw))
    except Exception as e:
        print(type(e).__name__, e)
r = subprocess.CompletedProcess(['a'], 1, 'o', 'e')
print(r)
try:
    r.check_returncode()
except subprocess.CalledProcessError as e:
    print(e)
print(subprocess.CompletedProcess('a', 0), subprocess.CompletedProcess('a', 0).check_returncode())
