# A generator belongs to one thread at a time.
import threading

ready, go = threading.Event(), threading.Event()


def slow():
    yield 1
    ready.set()
    go.wait()
    yield 2


g = slow()
print(next(g))
got = []
t = threading.Thread(target=lambda: got.append(next(g)))
t.start()
ready.wait()
for f in (lambda: next(g)), (lambda: g.send(None)), g.close, (lambda: g.throw(KeyError)):
    try:
        f()
    except ValueError as e:
        print(e)
go.set()
t.join()
print(got, list(g))


def numbers():
    n = 0
    while True:
        yield n
        n += 1


class Locked:
    """The usual cure."""

    def __init__(self, it):
        self.it, self.lock = it, threading.Lock()

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            return next(self.it)


it, all_got = Locked(numbers()), []


def take():
    all_got.extend([next(it) for _ in range(200)])


ts = [threading.Thread(target=take) for _ in range(5)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(all_got) == list(range(1000)))

# A generator that one thread began goes on in another.
g = numbers()
steps = []
for _ in range(4):
    t = threading.Thread(target=lambda: steps.append(next(g)))
    t.start()
    t.join()
print(steps)
