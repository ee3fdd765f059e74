# First come, first served: semaphores, conditions, queues.
import queue
import threading
import time


def until(ready):
    while not ready():
        time.sleep(0.0005)


def in_turn(wait, wake, waiters, n=6):
    order = []

    def work(i):
        wait()
        order.append(i)

    ts = []
    for i in range(n):
        t = threading.Thread(target=work, args=(i,))
        t.start()
        ts.append(t)
        until(lambda: len(waiters) == len(ts))
    for i in range(n):
        wake()
        until(lambda: len(order) == i + 1)
    for t in ts:
        t.join()
    return order


s = threading.Semaphore(0)
print(in_turn(s.acquire, s.release, s._cond._waiters))
c = threading.Condition()


def wait():
    with c:
        c.wait()


def notify():
    with c:
        c.notify()


print(in_turn(wait, notify, c._waiters))
q = queue.Queue()
print(in_turn(q.get, lambda: q.put(0), q.not_empty._waiters))
