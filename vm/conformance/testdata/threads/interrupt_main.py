# Ctrl-C reaches the main thread wherever it waits.
import os
import queue
import threading
import time


def later():
    time.sleep(0.03)
    os.kill(os.getpid(), 2)


def interrupted(what, f, *args):
    t = threading.Thread(target=later)
    try:
        t.start()
        f(*args)
        time.sleep(60)
    except KeyboardInterrupt:
        print(what, 'interrupted')
    t.join()


lock = threading.Lock()
lock.acquire()
interrupted('lock', lock.acquire)
interrupted('lock with time-out', lock.acquire, True, 60)
print(lock.locked())
lock.release()
interrupted('sleep', time.sleep, 60)
interrupted('event', threading.Event().wait)
interrupted('event with time-out', threading.Event().wait, 60)
interrupted('queue', queue.Queue().get)
interrupted('simple queue', queue.SimpleQueue().get)
interrupted('simple queue with time-out', queue.SimpleQueue().get, True, 60)
interrupted('semaphore', threading.Semaphore(0).acquire)
c = threading.Condition()
with c:
    interrupted('condition', c.wait)
    print(c._is_owned())
b = threading.Barrier(2)
interrupted('barrier', b.wait)
stop = threading.Event()
t = threading.Thread(target=stop.wait)
t.start()
interrupted('join', t.join)
stop.set()
t.join()
print(t.is_alive())


def spin():
    while True:
        pass


interrupted('loop', spin)
