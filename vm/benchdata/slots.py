"""Classes with __slots__: three-dimensional vectors with operators, and a heap of events."""


class Vec:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y, self.z + o.z)

    def __sub__(self, o):
        return Vec(self.x - o.x, self.y - o.y, self.z - o.z)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k, self.z * k)

    __rmul__ = __mul__

    def __neg__(self):
        return Vec(-self.x, -self.y, -self.z)

    def __eq__(self, o):
        return self.x == o.x and self.y == o.y and self.z == o.z

    def dot(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    def cross(self, o):
        return Vec(self.y * o.z - self.z * o.y, self.z * o.x - self.x * o.z, self.x * o.y - self.y * o.x)


class Event:
    __slots__ = ("time", "kind")

    def __init__(self, time, kind):
        self.time = time
        self.kind = kind

    def __lt__(self, other):
        return self.time < other.time


def push(heap, event):
    heap.append(event)
    i = len(heap) - 1
    while i > 0:
        up = (i - 1) // 2
        if not heap[i] < heap[up]:
            break
        heap[i], heap[up] = heap[up], heap[i]
        i = up


def pop(heap):
    top = heap[0]
    last = heap.pop()
    if heap:
        heap[0] = last
        i, n = 0, len(heap)
        while True:
            small = i
            for child in (2 * i + 1, 2 * i + 2):
                if child < n and heap[child] < heap[small]:
                    small = child
            if small == i:
                break
            heap[i], heap[small] = heap[small], heap[i]
            i = small
    return top


def main():
    a = Vec(1, 2, 3)
    b = Vec(-2, 1, 0)
    total = 0
    for i in range(90000):
        c = a + b * (i % 5) - 2 * a
        d = c.cross(b)
        total += d.dot(a) + (-c).dot(b)
        if c == a:
            total += 1000
    print("vec", total)
    heap = []
    x = 7
    for i in range(18000):
        x = x * 16807 % 2147483647
        push(heap, Event(x % 100000, i))
    order = 0
    for i in range(18000):
        e = pop(heap)
        order = (order * 31 + e.kind) % 1000003
    print("heap", order, e.time)


if __name__ == "__main__":
    main()
