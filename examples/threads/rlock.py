"""A reentrant lock: the thread that holds it may take it again.

    minipy examples/threads/rlock.py

Methods that lock often call each other. With a plain Lock the inner method would wait for the outer one, which
waits for the inner one: for ever. An RLock counts.
"""

import threading


class Account:
    def __init__(self, lock):
        self.lock = lock
        self.balance = 0

    def deposit(self, amount):
        with self.lock:
            self.balance += amount

    def deposit_all(self, amounts):
        with self.lock:                 # nobody sees the account half-way...
            for amount in amounts:
                self.deposit(amount)    # ...and this locks again


account = Account(threading.RLock())
threads = [threading.Thread(target=account.deposit_all, args=([1, 2, 3] * 100,)) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("with an RLock:", account.balance)

lock = threading.Lock()
with lock:
    print("a Lock again in the same thread:", lock.acquire(timeout=0.05))

rlock = threading.RLock()
with rlock:
    print("an RLock again in the same thread:", rlock.acquire(timeout=0.05))
    rlock.release()                     # as often as it was acquired
try:
    rlock.release()
except RuntimeError as e:
    print("once too often:", e)
