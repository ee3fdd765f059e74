import queue
import threading
import time

def later(f, *args):
    t = threading.Timer(0.02, f, args)
    t.start()
    return t

for kind in queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue:
    q = kind()
    t = later(q.put, 'item')
    print(kind.__name__, q.get())
    t.join()
    t = later(q.put, 'item')
    print(q.get(timeout=60))
    t.join()
    start = time.monotonic()
    try:
        q.get(timeout=0.05)
    except queue.Empty:
        print('empty', time.monotonic() - start >= 0.05)
q = queue.Queue(1)
q.put(0)
t = later(q.get)
q.put(1)
t.join()
t = later(q.get)
q.put(2, timeout=60)
t.join()
print(q.get())
q.put(3)
start = time.monotonic()
try:
    q.put(4, timeout=0.05)
except queue.Full:
    print('full', time.monotonic() - start >= 0.05)
t = later(lambda: (q.get(), q.task_done(), q.task_done(), q.task_done(), q.task_done()))
q.join()
t.join()
print(q.unfinished_tasks)
