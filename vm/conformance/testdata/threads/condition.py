import threading

def attempt(f, *args, **kwargs):
    try:
        print('->', f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, '|', e)

for c in threading.Condition(), threading.Condition(threading.Lock()), threading.Condition(threading._RLock()):
    attempt(c.wait)
    attempt(c.notify)
    attempt(c.notify_all)
    with c as got:
        print(got)
        attempt(c.wait, 0.01)
        attempt(c.wait, 0)
        attempt(c.wait, -1)
        attempt(c.wait_for, lambda: False, 0.01)
        attempt(c.wait_for, lambda: 'ready')
        attempt(c.wait_for, lambda: [], 0)
        attempt(c.notify)
        attempt(c.notify, 5)
        attempt(c.notify_all)
    attempt(c.release)
    print(c.acquire(), c.release())

c = threading.Condition()
items, got = [], []


def consumer(n):
    with c:
        while not items:
            c.wait()
        got.append(items.pop(0))


ts = [threading.Thread(target=consumer, args=(n,)) for n in range(6)]
for t in ts:
    t.start()
for i in range(3):
    with c:
        items.append(i)
        c.notify()
with c:
    items += [3, 4, 5]
    c.notify_all()
for t in ts:
    t.join()
print(sorted(got))

state = 0
log = []


def follow():
    with c:
        log.append(c.wait_for(lambda: state >= 3, timeout=60))


t = threading.Thread(target=follow)
t.start()
for _ in range(3):
    with c:
        state += 1
        c.notify_all()
t.join()
print(log)


class Plain:
    """A lock with acquire and release alone will do."""

    def __init__(self):
        self.lock = threading.Lock()
        self.acquire, self.release = self.lock.acquire, self.lock.release

    def __enter__(self):
        self.acquire()
        return 'plain'

    def __exit__(self, *args):
        self.release()


c = threading.Condition(Plain())
attempt(c.notify)
with c as got:
    print(got, c.wait(0.01), c.notify())

# A reentrant lock is let go of altogether.
c = threading.Condition()


def waiter():
    with c, c, c:
        log.append('waits')
        c.wait()
        log.append('notified')


t = threading.Thread(target=waiter)
t.start()
while log[-1] != 'waits':
    pass
with c:
    c.notify()
t.join()
print(log[-2:])
