import queue
from dataclasses import dataclass, field
from typing import Any


@dataclass(order=True)
class Task:
    priority: int
    item: Any = field(compare=False)


q = queue.PriorityQueue()
for t in (Task(3, 'low'), Task(1, {'not': 'ordered'}), Task(2, 'middle')):
    q.put(t)
while not q.empty():
    print(q.get())
q.put((1, 'b'))
q.put((1, 'a'))
print(q.get(), q.queue, q.get())
q.put((1, {}))
try:
    q.put((1, 5))
except TypeError as e:
    print(e)
print(q.qsize())


class Unique(queue.Queue):
    """A queue with another way to keep its items."""

    def _init(self, maxsize):
        self.items = {}

    def _qsize(self):
        return len(self.items)

    def _put(self, item):
        self.items[item] = True

    def _get(self):
        return self.items.popitem()[0]


u = Unique(2)
for x in 'abab':
    try:
        u.put(x, block=False)
        print('put', x)
    except queue.Full:
        print('full', x)
print(u.get(), u.get(), u.empty())


class Failing(queue.Queue):
    def _put(self, item):
        if item == 'bad':
            raise KeyError(item)
        super()._put(item)

    def _get(self):
        item = super()._get()
        if item == 'poison':
            raise OSError(item)
        return item


f = Failing()
for item in 'good', 'bad', 'poison':
    try:
        f.put(item)
    except KeyError as e:
        print('put', repr(e))
for _ in range(2):
    try:
        print(f.get())
    except OSError as e:
        print('get', repr(e))
print(f.unfinished_tasks, f.mutex.locked())
