# faulthandler: a last word before the process dies of a signal of its own
import re
import subprocess
import sys


def run(code):
    p = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True)
    print(p.returncode, re.sub('0x[0-9a-f]+', '0x', p.stdout))
    print(re.sub('0x[0-9a-f]+', '0x', p.stderr))


run('import faulthandler; faulthandler._sigsegv()')
for name in '_sigsegv', '_sigabrt', '_sigfpe', '_read_null', '_stack_overflow':
    run(f'import faulthandler\ndef f(): faulthandler.{name}()\nfaulthandler.enable(); f()')
run('import faulthandler, os, signal\nfaulthandler.enable(); os.kill(os.getpid(), signal.SIGBUS)')
run('import faulthandler, os, signal\nfaulthandler.enable(); os.abort()')
run('import faulthandler, os, signal\nfaulthandler.enable(); os.kill(os.getpid(), signal.SIGTERM)')
run('import faulthandler\nfaulthandler.enable(); faulthandler.disable(); faulthandler._sigsegv()')
run('import faulthandler, sys\nfaulthandler.enable(sys.stdout); print(faulthandler.is_enabled(), flush=True); faulthandler._sigfpe()')
run('import faulthandler, signal, _thread\nfaulthandler.enable(all_threads=False)\ndef f(): signal.raise_signal(signal.SIGILL)\n'
    '_thread.start_new_thread(f, ())\nimport time; time.sleep(60)')
