import queue

def attempt(f, *args, **kwargs):
    try:
        print('->', f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, '|', e)

for kind in queue.Queue, queue.LifoQueue, queue.PriorityQueue:
    q = kind(3)
    print(kind.__name__, q.empty(), q.full(), q.qsize(), q.maxsize)
    for x in 5, 1, 3:
        q.put(x)
    print(q.empty(), q.full(), q.qsize())
    attempt(q.put_nowait, 9)
    attempt(q.put, 9, False)
    attempt(q.put, 9, block=False, timeout=-4)
    attempt(q.put, 9, timeout=0.01)
    attempt(q.put, 9, True, -1)
    print(q.get(), q.get_nowait(), q.get(timeout=1))
    attempt(q.get_nowait)
    attempt(q.get, False)
    attempt(q.get, timeout=0.01)
    attempt(q.get, True, -1)
    for _ in range(3):
        q.task_done()
    attempt(q.task_done)
    attempt(q.join)
    unbounded = kind()
    attempt(unbounded.put, 1, timeout=-1)
    print(unbounded.full())
    print(kind(-1).full(), kind(0).maxsize)

q = queue.SimpleQueue()
q.put(1)
q.put(2, False)
q.put(3, block=True, timeout=7)
q.put_nowait(4)
print(q.qsize(), q.empty(), q.get(), q.get(False), q.get(True, 1), q.get_nowait())
attempt(q.get, False)
attempt(q.get_nowait)
attempt(q.get, timeout=0.01)
attempt(q.get, timeout=-1)
attempt(q.get, True, -1)
attempt(q.get, False, -1)
attempt(q.get, timeout='a')
attempt(lambda: q.task_done)
print(type(q), queue.SimpleQueue[int], queue.Queue[int])
print(queue.Empty, queue.Full, queue.Empty.__mro__, queue.__all__)
