# Stages joined by queues; each ends when the one before has.
import queue
import threading

END = object()


def stage(f, source, target, others):
    def run():
        while (x := source.get()) is not END:
            y = f(x)
            if y is not None:
                target.put(y)
        source.put(END)     # for the next of this stage
        if others.release_and_last():
            target.put(END)
    return run


class Last:
    """Tells the last of n who come."""

    def __init__(self, n):
        self.n, self.lock = n, threading.Lock()

    def release_and_last(self):
        with self.lock:
            self.n -= 1
            return self.n == 0


a, b, c = queue.Queue(4), queue.Queue(4), queue.SimpleQueue()
squares, odd = Last(3), Last(2)
ts = [threading.Thread(target=stage(lambda x: x * x, a, b, squares)) for _ in range(3)]
ts += [threading.Thread(target=stage(lambda x: x if x % 2 else None, b, c, odd)) for _ in range(2)]
for t in ts:
    t.start()


def feed():
    for i in range(300):
        a.put(i)
    a.put(END)


threading.Thread(target=feed).start()
results = []
while (x := c.get()) is not END:
    results.append(x)
for t in ts:
    t.join()
print(len(results), sorted(results) == [i * i for i in range(300) if i % 2])
