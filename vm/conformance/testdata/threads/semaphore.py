import threading

def attempt(f, *args, **kwargs):
    try:
        print('->', f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, '|', e)

for kind in threading.Semaphore, threading.BoundedSemaphore:
    attempt(kind, -1)
    s = kind(2)
    attempt(s.acquire)
    attempt(s.acquire, timeout=1)
    attempt(s.acquire, False)
    attempt(s.acquire, blocking=False)
    attempt(s.acquire, timeout=0.01)
    attempt(s.acquire, timeout=-1)
    attempt(s.acquire, False, 1)
    attempt(s.release)
    attempt(s.release, 0)
    attempt(s.release, -3)
    attempt(s.release)
    attempt(s.release)
    attempt(s.release, 2)
    with s as got:
        print(got, s._value)
    print(s._value)
    s = kind()
    print(s.acquire(False), s.acquire(False))

# Never more than three at once.
s = threading.Semaphore(3)
lock = threading.Lock()
inside = most = 0


def work():
    global inside, most
    with s:
        with lock:
            inside += 1
            most = max(most, inside)
        threading.Event().wait(0.005)
        with lock:
            inside -= 1


ts = [threading.Thread(target=work) for _ in range(12)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(most, inside)

s = threading.Semaphore(0)
got = []
ts = [threading.Thread(target=lambda: got.append(s.acquire())) for _ in range(4)]
for t in ts:
    t.start()
s.release(4)
for t in ts:
    t.join()
print(got, s._value)
