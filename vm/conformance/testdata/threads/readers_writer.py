# A lock for many readers or one writer, made of a condition.
import threading
from contextlib import contextmanager


class SharedLock:
    def __init__(self):
        self.condition = threading.Condition()
        self.readers = 0

    @contextmanager
    def reading(self):
        with self.condition:
            self.readers += 1
        try:
            yield
        finally:
            with self.condition:
                self.readers -= 1
                if not self.readers:
                    self.condition.notify_all()

    @contextmanager
    def writing(self):
        with self.condition:
            self.condition.wait_for(lambda: not self.readers)
            yield


lock = SharedLock()
pair = [0, 0]
torn = []


def read():
    for _ in range(100):
        with lock.reading():
            a = pair[0]
            sum(range(20))
            if a != pair[1]:
                torn.append(a)


def write():
    for _ in range(100):
        with lock.writing():
            pair[0] += 1
            sum(range(20))
            pair[1] += 1


ts = [threading.Thread(target=f) for f in (read, write, read, write, read)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(pair, torn, lock.readers)
