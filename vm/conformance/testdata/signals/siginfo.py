# waiting for signals with what is known of them
import os
import signal
import threading
import time

signal.pthread_sigmask(signal.SIG_BLOCK, [10, 14])
os.kill(os.getpid(), 10)
info = signal.sigwaitinfo([10])
print(type(info), info.si_signo, info.si_code, info.si_pid == os.getpid(), info.si_uid == os.getuid(), len(info))
signal.setitimer(signal.ITIMER_REAL, 0.02)
print(signal.sigtimedwait([10, 14], 60).si_signo)
start = time.monotonic()
print(signal.sigtimedwait([14], 0), signal.sigtimedwait([14], 0.05), time.monotonic() - start >= 0.05)
threading.Timer(0.05, lambda: os.kill(os.getpid(), 10)).start()
info = signal.sigwaitinfo({10})
print(info.si_signo, info.si_code <= 0)
for args in ([10], -1), ([10], 'x'), ([99], 1), (3, 1), ([10], float('nan')):
    try:
        signal.sigtimedwait(*args)
    except Exception as e:
        print(type(e).__name__, e)
fd = os.pidfd_open(os.getpid())
for args in (fd, 0), (fd, 10, 3), (fd, 10, None, 5), (999, 10), (fd, 10):
    try:
        print(signal.pidfd_send_signal(*args))
    except Exception as e:
        print(type(e).__name__, e)
print(signal.sigwait([10]), signal.sigpending())

# what was once waited for has its action again
signal.pthread_sigmask(signal.SIG_UNBLOCK, [10, 14])
signal.signal(14, lambda n, f: print('handler', n))
print(signal.sigtimedwait([14], 0.01))
os.kill(os.getpid(), 14)
pid = os.fork()
if not pid:
    signal.sigtimedwait([10, 14], 0.01)
    os.kill(os.getpid(), 10)
    os._exit(3)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
