# The number of each signal that a handler answers is written to set_wakeup_fd's descriptor.
import _thread
import os
import select
import signal
import sys
import threading

r, w = os.pipe()
os.set_blocking(r, False)
os.set_blocking(w, False)
print(signal.set_wakeup_fd(w))


def came():
    """What is in the pipe, which is emptied."""
    try:
        return list(os.read(r, 100))
    except BlockingIOError:
        return None


for n in signal.SIGUSR1, signal.SIGUSR2, signal.SIGINT, signal.SIGALRM:
    signal.signal(n, lambda n, frame: print('handler', signal.Signals(n).name))
signal.raise_signal(signal.SIGUSR1)
print(came())
os.kill(os.getpid(), signal.SIGUSR2)
print(came())
_thread.interrupt_main()
print(came())
_thread.interrupt_main(signal.SIGTERM)
print('no handler:', came())
signal.setitimer(signal.ITIMER_REAL, 0.01)
print(select.select([r], [], [], 60)[0] == [r], came())
t = threading.Thread(target=signal.raise_signal, args=(signal.SIGUSR1,))
t.start()
t.join()
select.select([r], [], [], 60)
print(came())
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
signal.raise_signal(signal.SIGUSR1)
print('blocked:', came())
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])
print(came())
signal.signal(signal.SIGUSR2, signal.SIG_IGN)
signal.raise_signal(signal.SIGUSR2)
print('ignored:', came())

# A pipe that is full.
try:
    while True:
        os.write(w, bytes(4096))
except BlockingIOError:
    pass
sys.unraisablehook = lambda u: print('unraisable', repr(u.exc_value), u.err_msg, u.object)
sys.stderr = sys.stdout
signal.raise_signal(signal.SIGUSR1)
print(signal.set_wakeup_fd(w, warn_on_full_buffer=False) == w)
signal.raise_signal(signal.SIGUSR1)
signal.set_wakeup_fd(w)
os.close(w)
signal.raise_signal(signal.SIGUSR1)
print(signal.set_wakeup_fd(-1) == w)
signal.raise_signal(signal.SIGUSR1)
for fd in 999, -5:
    try:
        signal.set_wakeup_fd(fd)
    except OSError as e:
        print(e)
