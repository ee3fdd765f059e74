import queue
import threading

for kind in queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue:
    q, results, lock = kind(), [], threading.Lock()

    def produce(first):
        for i in range(first, first + 100):
            q.put(i)

    def consume():
        while True:
            x = q.get()
            if x == 10**6:
                break
            with lock:
                results.append(x)

    producers = [threading.Thread(target=produce, args=(1000 * n,)) for n in range(4)]
    consumers = [threading.Thread(target=consume) for _ in range(4)]
    for t in producers + consumers:
        t.start()
    for t in producers:
        t.join()
    while q.qsize():
        pass
    for _ in consumers:
        q.put(10**6)
    for t in consumers:
        t.join()
    print(kind.__name__, len(results), len(set(results)), q.empty())

# One producer, one consumer: in order, through a queue of two.
q, got = queue.Queue(2), []


def source():
    for i in range(200):
        q.put(i)
    q.put(None)


threading.Thread(target=source).start()
while (x := q.get()) is not None:
    got.append(x)
print(got == list(range(200)))

# join() waits until the work is done.
q, done = queue.Queue(), []


def worker():
    while True:
        n = q.get()
        done.append(n * n)
        q.task_done()


for _ in range(3):
    threading.Thread(target=worker, daemon=True).start()
for n in range(50):
    q.put(n)
q.join()
print(sorted(done) == [n * n for n in range(50)], q.unfinished_tasks)
