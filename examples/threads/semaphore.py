"""A semaphore is a set of keys.

    minipy examples/threads/semaphore.py

A room with three keys at the door: who wants to enter takes one, or waits until somebody brings one back. A lock
is a room with a single key.
"""

import threading
import time

keys = threading.Semaphore(3)
door = threading.Lock()     # for the two numbers below
inside = most = 0


def visit():
    global inside, most
    with keys:
        with door:
            inside += 1
            most = max(most, inside)
        time.sleep(0.01)
        with door:
            inside -= 1


visitors = [threading.Thread(target=visit) for _ in range(12)]
for v in visitors:
    v.start()
for v in visitors:
    v.join()
print("12 visitors, never more than", most, "at once; now", inside)

# acquire() without waiting: is there a key at the moment?
print("keys free:", [keys.acquire(blocking=False) for _ in range(4)])
keys.release(3)

# Who brings back a key that nobody took has made a mistake. A BoundedSemaphore says so.
keys = threading.BoundedSemaphore(3)
try:
    keys.release()
except ValueError as e:
    print("error:", e)
