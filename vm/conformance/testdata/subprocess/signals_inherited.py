"""What a program that is started finds of signals, and when it runs: posix_spawn's options, restore_signals, masks."""
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time

SED = shutil.which('sed')
COMMAND = [SED, '-n', r's/^Sig\(Blk\|Ign\):\t//p', '/proc/self/status']
COMMON = ~(1 << 31 | 1 << 32)    # those of threads, which the C library keeps to itself


def start(kind):
    """Start sed in some way; the sets of signals that it has: blocked, ignored."""
    r, w = os.pipe()
    out = os.dup(1)
    os.dup2(w, 1)
    try:
        kind()
    finally:
        os.dup2(out, 1)
        os.close(out)
        os.close(w)
    with open(r) as f:
        blocked, ignored = (int(line, 16) & COMMON for line in f)
    return [names(blocked), names(ignored)]


def names(mask):
    return [signal.Signals(n).name for n in range(1, 32) if mask >> (n - 1) & 1]


def spawn(**options):
    def kind():
        pid = os.posix_spawn(SED, COMMAND, os.environ, **options)
        os.waitpid(pid, 0)
    return kind


def forked(f):
    def kind():
        pid = os.fork()
        if pid == 0:
            f()
            os._exit(1)
        os.waitpid(pid, 0)
    return kind


def show(title):
    print(title)
    for name, kind in (
            ('run', lambda: subprocess.run(COMMAND)),
            ('run, not restored', lambda: subprocess.run(COMMAND, restore_signals=False)),
            ('posix_spawn', spawn()),
            ('setsigdef', spawn(setsigdef=[signal.SIGPIPE, signal.SIGUSR1, signal.SIGINT])),
            ('setsigmask', spawn(setsigmask=[signal.SIGTERM, signal.SIGUSR2])),
            ('empty setsigmask', spawn(setsigmask=())),
            ('system', lambda: os.system(shlex.join(COMMAND))),
            ('spawnv', lambda: os.spawnv(os.P_WAIT, SED, COMMAND)),
            ('exec', forked(lambda: os.execv(SED, COMMAND)))):
        print('  %-18s' % name, *start(kind))


show('at first')
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
show('USR1 ignored, PIPE not')
print(signal.getsignal(signal.SIGUSR1), signal.getsignal(signal.SIGPIPE))
signal.signal(signal.SIGUSR1, lambda n, frame: print('handled', n))
signal.signal(signal.SIGPIPE, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGALRM])
show('USR1 and ALRM blocked')

# A Python program takes over what is blocked, too.
code = """if 1:
    import os, signal
    print(sorted(signal.pthread_sigmask(signal.SIG_BLOCK, ())))
    os.kill(os.getpid(), signal.SIGUSR1)
    print(signal.sigpending(), signal.sigwait([signal.SIGUSR1]))
    signal.signal(signal.SIGALRM, lambda n, frame: print('handled', n))
    os.kill(os.getppid(), signal.SIGUSR1)
    signal.setitimer(signal.ITIMER_REAL, 0.001)
    while signal.SIGALRM not in signal.sigpending():
        pass
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGALRM])
    os.kill(os.getpid(), signal.SIGUSR1)
    print('dies now', flush=True)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    print('too late')
"""
sys.stdout.flush()
print(subprocess.run([sys.executable, '-c', code]).returncode)
end = time.monotonic() + 60
while not signal.sigpending() and time.monotonic() < end:
    time.sleep(0.001)   # what the other one has sent is on its way
print(signal.sigpending())
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])

# When it runs.
param = os.sched_param(0)
print(param, param.sched_priority, len(param), os.sched_getparam(0) == param, os.sched_getscheduler(0) == os.SCHED_OTHER)
print(os.sched_setscheduler(0, os.SCHED_OTHER, param), os.sched_setparam(0, param))
for scheduler in (None, param), (os.SCHED_OTHER, param):
    pid = os.posix_spawn('/bin/true', ['true'], {}, scheduler=scheduler)
    print(os.waitpid(pid, 0)[1])


def fails(f, *args, **kwds):
    try:
        print(f(*args, **kwds))
    except Exception as e:
        print(type(e).__name__, e)


for options in ({'scheduler': (1,)}, {'scheduler': ('a', param)}, {'scheduler': (0, os.sched_param(99))},
                {'scheduler': (os.SCHED_BATCH, param)}, {'setsigmask': 5}, {'setsigmask': [100]}, {'setsigdef': [0]}, {'setsigdef': None}):
    fails(os.posix_spawn, '/bin/true', ['true'], {}, **options)
fails(os.sched_param)
fails(os.sched_param, 1, 2)
fails(os.sched_setparam, 0, 3)
fails(os.sched_setparam, 0, os.sched_param('a'))
fails(os.sched_setparam, 0, os.sched_param(2 ** 40))
fails(os.sched_setscheduler, 0, os.SCHED_OTHER, os.sched_param(1))
fails(os.sched_getparam, -5)
