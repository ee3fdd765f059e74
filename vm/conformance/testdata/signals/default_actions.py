# what a signal does to the process by default it has done when kill returns
import subprocess
import sys


def run(code, *args):
    p = subprocess.run([sys.executable, '-c', code, *args], capture_output=True, text=True)
    print(*args, p.returncode, repr(p.stdout), p.stderr.splitlines()[-1:])


import signal
for n in 1, 4, 6, 7, 11, 13, 16, 17, 24, 27, 29, 34, 64:
    run('import os, sys\nos.kill(os.getpid(), int(sys.argv[1]))\nprint("after")', str(n))
for way in ('signal.raise_signal(15)', 'os.abort()', 'os.setsid(); os.kill(0, 15)', 'os.setsid(); os.killpg(os.getpgrp(), 9)',
            'signal.pthread_kill(threading.get_ident(), 10)', 't = threading.Thread(target=lambda: os.kill(os.getpid(), 15)); t.start(); t.join()',
            'signal.signal(15, signal.SIG_IGN); os.kill(os.getpid(), 15); print("ignored"); signal.signal(15, signal.SIG_DFL); os.kill(os.getpid(), 15)',
            'signal.pthread_sigmask(signal.SIG_BLOCK, [15]); os.kill(os.getpid(), 15); print(signal.sigpending()); '
            'signal.pthread_sigmask(signal.SIG_UNBLOCK, [15])',
            'signal.signal(34, lambda n, f: print("real-time", n)); signal.raise_signal(34)'):
    print(way)
    run('import os, signal, threading\n' + way + '\nprint("after")')

# from outside, and a stop that is over when the program goes on
p = subprocess.Popen([sys.executable, '-c', 'import sys\nprint(1, flush=True)\nsys.stdin.read()'], stdin=-1, stdout=-1)
p.stdout.readline()
p.send_signal(signal.SIGXCPU)
print(p.wait())
import os
pid = os.fork()
if not pid:
    os.kill(os.getpid(), signal.SIGSTOP)
    os._exit(7)
pid, status = os.waitpid(pid, os.WUNTRACED)
print(os.WIFSTOPPED(status), os.WSTOPSIG(status))
os.kill(pid, signal.SIGCONT)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
