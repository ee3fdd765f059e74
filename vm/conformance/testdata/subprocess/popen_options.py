import subprocess, os, tempfile
def out(*a, **kw):
    return subprocess.run(*a, stdout=subprocess.PIPE, text=True, **kw).stdout.strip()
d = os.path.realpath(tempfile.mkdtemp())
print(out(['pwd'], cwd=d) == d, out('echo $0 $1', shell=True), out(['echo $0 $1', 'a', 'b'], shell=True))
print(out('echo $FOO', shell=True, env={'FOO': 'bar'}), out(['/bin/sh', '-c', 'echo $A'], env={b'A': b'bytes'}))
os.environ['FROM_PARENT'] = 'seen'
print(out('echo $FROM_PARENT', shell=True), out(['umask'], shell=True, umask=0o27), out(['sh', '-c', 'echo $0'], executable='/bin/sh'))
print(out(b'echo bytes', shell=True), out(('echo', 'tuple')), subprocess.run(['echo', 'x'], stdout=open(os.devnull, 'w')).returncode)
r, w = os.pipe()
print(subprocess.call(f'echo passed > /dev/fd/{w}', shell=True, pass_fds=[w]), os.read(r, 100))
print(subprocess.call(f'echo closed > /dev/fd/{w}', shell=True, stderr=subprocess.DEVNULL) != 0)
os.set_inheritable(w, True)
print(subprocess.call(f'echo kept > /dev/fd/{w}', shell=True, close_fds=False), os.read(r, 100), subprocess.call(f'echo closed > /dev/fd/{w}', shell=True, stderr=subprocess.DEVNULL) != 0)
p = subprocess.Popen('cut -d" " -f6 /proc/$$/stat; cut -d" " -f5 /proc/$$/stat', shell=True, start_new_session=True, stdout=subprocess.PIPE, text=True)
print({int(x) for x in p.communicate()[0].split()} == {p.pid})
p = subprocess.Popen('cut -d" " -f5 /proc/$$/stat', shell=True, process_group=0, stdout=subprocess.PIPE, text=True)
print(int(p.communicate()[0]) == p.pid)
with tempfile.TemporaryFile() as f:
    subprocess.check_call(['echo', 'to a file'], stdout=f)
    f.seek(0)
    print(f.read(), out(['cat'], stdin=f) == '')
import warnings
with warnings.catch_warnings(record=True) as ws:
    warnings.simplefilter('always')
    subprocess.call(['true'], pass_fds=[w], close_fds=False)
    print([str(x.message) for x in ws])
os.rmdir(d)
