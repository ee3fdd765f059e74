"""Producer and consumer, with a queue between them.

    minipy examples/threads/producer_consumer.py

The queue is the only thing that they share. put() waits while it is full, so that the producer cannot run
away; get() waits while it is empty. Nobody needs a lock of their own.
"""

import queue
import threading

ORDERS = 12
orders = queue.Queue(maxsize=3)
served = []


def cook():
    while True:
        order = orders.get()
        if order is None:           # the sign to go home
            break
        served.append(f"dish {order}")
        orders.task_done()


cooks = [threading.Thread(target=cook, name=f"cook {n}") for n in (1, 2)]
for c in cooks:
    c.start()

for order in range(ORDERS):
    orders.put(order)               # waits when three orders lie there
orders.join()                       # until task_done() was called for each
print("all served:", len(served), "of", ORDERS)
print("nothing twice, nothing lost:", sorted(served) == sorted(f"dish {n}" for n in range(ORDERS)))

for c in cooks:
    orders.put(None)
for c in cooks:
    c.join()
print("cooks at work:", sum(c.is_alive() for c in cooks))

try:
    orders.get(timeout=0.05)
except queue.Empty:
    print("no order within 0.05 s: queue.Empty")

# Other orders: the last first, the smallest first.
for kind in queue.LifoQueue, queue.PriorityQueue:
    q = kind()
    for x in 2, 3, 1:
        q.put(x)
    print(kind.__name__, [q.get() for _ in range(3)])
