# preexec_fn: called in the child, before it becomes the program
import os
import signal
import subprocess
import sys


def attempt(what, **kwargs):
    args = kwargs.pop('args', ['sh', '-c', 'echo $X $(basename "$PWD"); cat; echo err >&2'])
    try:
        p = subprocess.run(args, input=b'in\n', capture_output=True, **kwargs)
        print(what, p)
    except Exception as e:
        print(what, type(e).__name__, e, getattr(e, 'filename', None))


attempt('plain', preexec_fn=lambda: None)
attempt('environ', preexec_fn=lambda: os.environ.update(X='unseen'), env={'X': '1', 'PATH': os.environ['PATH']})
attempt('putenv', preexec_fn=lambda: os.putenv('X', 'seen'))
attempt('chdir', preexec_fn=lambda: os.chdir('/'), cwd='/usr')
attempt('umask', preexec_fn=lambda: os.umask(0o77), args=['sh', '-c', 'umask'])
attempt('umask', preexec_fn=lambda: None, args=['sh', '-c', 'umask'], umask=0o27)
attempt('writes', preexec_fn=lambda: os.write(1, b'from the child\n'))
attempt('session', preexec_fn=os.setsid, args=['sh', '-c', 'test $(cut -d" " -f6 /proc/$$/stat) = $$ && echo leads'])
attempt('raises', preexec_fn=lambda: 1 / 0)
attempt('raises', preexec_fn=lambda: sys.exit(3))
attempt('raises', preexec_fn=lambda: os.stat('/nowhere'))
attempt('no program', preexec_fn=lambda: None, args=['no-such-program'])
attempt('no program', preexec_fn=lambda: None, args=['/nowhere/no-such-program'])
attempt('no folder', preexec_fn=lambda: None, cwd='/nowhere')
attempt('not executable', preexec_fn=lambda: None, args=['/etc/passwd'])
attempt('no bytes', preexec_fn=3)

n = 0


def count():
    global n
    n += 1


subprocess.run(['true'], preexec_fn=count)
print(n)
parents = []
os.register_at_fork(before=lambda: print('before', flush=True), after_in_parent=lambda: parents.append(1),
                    after_in_child=lambda: os.write(1, b'child\n'))
print(subprocess.run(['true'], preexec_fn=lambda: None).returncode, sorted([3, 1], key=lambda x: subprocess.call(['true'], preexec_fn=count) + x), len(parents))

r, w = os.pipe()
for close_fds, inheritable in (True, True), (False, True), (False, False):
    os.set_inheritable(w, inheritable)
    print(subprocess.run(['sh', '-c', f'echo x >&{w}'], preexec_fn=lambda: None, close_fds=close_fds, stderr=subprocess.DEVNULL).returncode == 0)
print(subprocess.run(['sh', '-c', f'echo x >&{w}'], preexec_fn=lambda: None, pass_fds=[w]).returncode)
p = subprocess.Popen(['sh', '-c', 'kill -$$ $$; kill -TERM $$'], preexec_fn=lambda: signal.signal(signal.SIGTERM, signal.SIG_IGN), stderr=subprocess.DEVNULL)
print(p.wait())
