# queue's classes: what they show, and what subclasses may take.
import queue


class Named(queue.SimpleQueue):
    def __init__(self, name, *, limit=1):
        self.name, self.limit = name, limit


class Plain(queue.SimpleQueue):
    pass


q = Named('jobs', limit=2)
q.put(5)
print(q.get(), q.name, q.limit)
for f in (lambda: queue.SimpleQueue(1), lambda: queue.SimpleQueue(k=1), lambda: queue.SimpleQueue(1, k=1),
          lambda: Plain(1), lambda: Plain(k=1), lambda: Plain().empty()):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(repr(queue.Empty()), repr(queue.Empty('a', 1)), repr(queue.Full('x')))
print(repr(type('a.b', (Exception,), {})(1)))


class Unique(queue.Queue):
    def _init(self, maxsize):
        self.queue = set()

    def _put(self, item):
        self.queue.add(item)

    def _get(self):
        return self.queue.pop()


u = Unique()
u.put(1)
u.put(1)
print(u.qsize(), u.get(), u.empty(), u.unfinished_tasks)
