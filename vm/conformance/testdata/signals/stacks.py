# Stacks at signals: of enable(), which end the process, and of register().
import re
import subprocess
import sys


def show(title, code, *options):
    p = subprocess.run([sys.executable, *options, '-c', code], capture_output=True, text=True)
    print('==', title, p.returncode)
    for line in (p.stdout + p.stderr).splitlines():
        if not line.startswith('  waits for '):         # minipy's own line
            print('  ', re.sub('0x[0-9a-f]{16}', '0x...', line))


start = 'import faulthandler, os, signal, sys, threading\n'
send = 'def send(n):\n    os.kill(os.getpid(), n)\n'
for name in 'SIGSEGV', 'SIGABRT', 'SIGFPE', 'SIGBUS', 'SIGILL':
    show(name, start + send + f'send(signal.{name})\nprint("not reached")')
    show(name + ' enabled', start + send + f'faulthandler.enable()\nsend(signal.{name})\nprint("not reached")')
show('by an option', start + 'os.abort()', '-X', 'faulthandler')
show('one thread only', start + 'faulthandler.enable(all_threads=False)\nos.abort()')
show('on stdout', start + 'faulthandler.enable(sys.stdout)\nos.abort()')
show('disabled', start + 'faulthandler.enable()\nprint(faulthandler.disable(), faulthandler.disable(), flush=True)\nos.abort()')
show('raise_signal', start + 'faulthandler.enable()\nsignal.raise_signal(signal.SIGSEGV)')
show('a handler in Python', start + 'faulthandler.enable()\nsignal.signal(signal.SIGABRT, lambda *a: print("handled"))\nsignal.raise_signal(signal.SIGABRT)')
show('ignored', start + send + 'faulthandler.enable()\nsignal.signal(signal.SIGABRT, signal.SIG_IGN)\nsend(signal.SIGABRT)\nprint("goes on")')
show('from a thread', start + send + '''faulthandler.enable()
t = threading.Thread(target=send, args=(signal.SIGTERM,))
t.start(); t.join(); print("not reached")''')

register = start + send + 'n = signal.SIGUSR1\n'
show('registered', register + 'faulthandler.register(n)\nsend(n)\nprint("goes on")')
show('raised', register + 'faulthandler.register(n, all_threads=False)\nsignal.raise_signal(n)\nprint("goes on")')
show('to a file', register + 'faulthandler.register(n, file=sys.stdout, all_threads=False)\nsend(n)\nsend(n)')
show('chained to a handler', register + 'signal.signal(n, lambda *a: print("handled"))\nfaulthandler.register(n, chain=True)\nsend(n)')
show('instead of a handler', register + 'signal.signal(n, lambda *a: print("handled"))\nfaulthandler.register(n)\nsend(n)')
show('chained to the default', register + 'faulthandler.register(n, chain=True)\nsend(n)\nprint("not reached")')
show('unregistered', register + 'faulthandler.register(n)\nprint(faulthandler.unregister(n), faulthandler.unregister(n), flush=True)\nsend(n)\nprint("not reached")')
show('from outside', register + '''import subprocess
faulthandler.register(n, file=sys.stdout, all_threads=False)
def wait():
    p = subprocess.Popen(['sh', '-c', f'read go; kill -USR1 {os.getpid()}; sleep 1; echo'], stdin=-1, stdout=-1, bufsize=0)
    os.write(p.stdin.fileno(), b'go\\n'); os.read(p.stdout.fileno(), 1)
    p.wait()
wait()
print('goes on')''')
show('long names', start + f"def {'x' * 600}():\n    faulthandler.dump_traceback(all_threads=False)\n{'x' * 600}()")
show('errors', '''import faulthandler, signal, sys
for call in (lambda: faulthandler.register(signal.SIGSEGV), lambda: faulthandler.register(0), lambda: faulthandler.register(65),
             lambda: faulthandler.register(signal.SIGUSR1, file=-1), lambda: faulthandler.enable(file=object())):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
''')
