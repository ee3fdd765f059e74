# fork() waits while another thread holds the import lock
import _imp
import os
import threading
import time

state = 'before'
ready, about = threading.Event(), threading.Event()


def holder():
    global state
    _imp.acquire_lock()
    _imp.acquire_lock()
    state = 'half'
    ready.set()
    about.wait()
    time.sleep(0.1)
    _imp.release_lock()
    time.sleep(0.1)
    state = 'whole'
    _imp.release_lock()


t = threading.Thread(target=holder)
t.start()
ready.wait()
print(_imp.lock_held())
about.set()
pid = os.fork()
if not pid:
    print('child', state, _imp.lock_held(), flush=True)
    import sched
    _imp.acquire_lock()
    print(_imp.lock_held(), flush=True)
    _imp.release_lock()
    os._exit(5)
t.join()
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), _imp.lock_held())

_imp.acquire_lock()
pid = os.fork()
if not pid:
    print('child', _imp.lock_held(), flush=True)
    _imp.release_lock()
    print('child', _imp.lock_held(), flush=True)
    os._exit(6)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), _imp.lock_held())
_imp.release_lock()
try:
    _imp.release_lock()
except RuntimeError as e:
    print(e)
try:
    threading.Thread(target=_imp.acquire_lock).start()
    time.sleep(0.05)
    _imp.release_lock()
except RuntimeError as e:
    print(e)
