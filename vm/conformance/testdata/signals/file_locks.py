# A thread that waits for a lock of a file answers signals, and gets the lock in the end.
import fcntl
import signal
import tempfile
import threading
import time


class Alarm(Exception):
    pass


def ring(signum, frame):
    raise Alarm


signal.signal(signal.SIGALRM, ring)
with tempfile.NamedTemporaryFile() as held:
    other = open(held.name)
    fcntl.flock(held, fcntl.LOCK_EX)
    for how in fcntl.LOCK_EX, fcntl.LOCK_SH:
        try:
            signal.setitimer(signal.ITIMER_REAL, 0.05)
            fcntl.flock(other, how)
        except Alarm:
            print('rung')
    try:
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as e:
        print(type(e).__name__, e)
    order = []

    def wait():
        fcntl.flock(other, fcntl.LOCK_EX)
        order.append('taken')

    signal.signal(signal.SIGALRM, lambda *a: order.append('handled'))
    thread = threading.Thread(target=wait)
    thread.start()
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    while not order:
        time.sleep(0.01)
    order.append('released')
    fcntl.flock(held, fcntl.LOCK_UN)
    thread.join()
    print(order)
    other.close()
