import threading

def attempt(f, *args, **kwargs):
    try:
        print('->', f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, '|', e)

for kind in threading.RLock, threading._RLock:
    r = kind()
    attempt(r.release)
    print(r._is_owned(), r.acquire(), r.acquire(), r.acquire(blocking=False), r._is_owned())
    r.release()
    r.release()
    result = []
    t = threading.Thread(target=lambda: result.append((r.acquire(False), r.acquire(timeout=0.01), r._is_owned())))
    t.start()
    t.join()
    print(result)

    def steal():
        try:
            r.release()
        except RuntimeError as e:
            result.append(str(e))

    t = threading.Thread(target=steal)
    t.start()
    t.join()
    print(result[-1])
    state = r._release_save()
    print(state[0], r._is_owned())
    r._acquire_restore(state)
    r.release()
    attempt(r.release)
    attempt(r._release_save)
    with r:
        with r:
            print(r._recursion_count())
    print(r._recursion_count())
    attempt(r.acquire, False, 1)
    attempt(r.acquire, True, -5)
    attempt(r.acquire, True, 1e100)


class Account:
    """Methods that lock and call each other: what a reentrant lock is for."""

    def __init__(self):
        self.lock = threading.RLock()
        self.balance = 0

    def add(self, n):
        with self.lock:
            self.balance += n

    def add_all(self, *ns):
        with self.lock:
            for n in ns:
                self.add(n)


a = Account()
ts = [threading.Thread(target=a.add_all, args=range(100)) for _ in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(a.balance)
