# what atexit and threading know goes on in the copy
import atexit
import os
import sys
import threading

atexit.register(print, 'registered before')
del sys.modules['atexit']
import atexit as again

again.register(lambda: print('registered later, in', os.getpid() == main))
main = os.getpid()
sys.stdout.flush()
pid = os.fork()
if pid:
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
    print(threading.main_thread().native_id == os.getpid())
else:
    print(threading.get_native_id() == os.getpid())
    sys.exit(4)
