"""A race condition, and its cure.

    minipy examples/threads/race.py

`n += 1` is three steps: read n, add 1, write n back. Another thread may get its turn in between (after every
100 instructions somebody else does) and add to the same n: then one of the two additions is lost.
"""

import threading

THREADS, TIMES = 8, 20_000


def run(target):
    threads = [threading.Thread(target=target) for _ in range(THREADS)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


n = 0


def add_unlocked():
    global n
    for _ in range(TIMES):
        n += 1


run(add_unlocked)
print("should be", THREADS * TIMES)
print("without a lock, updates were lost:", n < THREADS * TIMES)

n = 0
lock = threading.Lock()


def add_locked():
    global n
    for _ in range(TIMES):
        with lock:          # one thread at a time may be between here...
            n += 1          # ...and here


run(add_locked)
print("with a lock:", n)
