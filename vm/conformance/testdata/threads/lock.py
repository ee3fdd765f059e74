import threading

def attempt(f, *args, **kwargs):
    try:
        print('->', f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, '|', e)

l = threading.Lock()
attempt(l.release)
attempt(l.acquire)
attempt(l.acquire, False)
attempt(l.acquire, timeout=0.01)
attempt(l.acquire, True, 0)
attempt(l.acquire, False, 1)
attempt(l.acquire, timeout=-2)
attempt(l.acquire, timeout=1e12)
attempt(l.acquire, timeout='a')
attempt(l.acquire, timeout=None)
attempt(l.acquire, wrong=1)
attempt(l.acquire, 1, 2, 3)
attempt(l.locked)
attempt(l.release)
attempt(l.locked)
attempt(l.release)
with l as got:
    print(got, l.locked())
print(l.locked())
try:
    with l:
        raise KeyError('inside')
except KeyError as e:
    print(repr(e), l.locked())

# Another thread may release it.
l.acquire()
t = threading.Thread(target=l.release)
t.start()
t.join()
print(l.locked())

# Those who wait get it in turn.
l.acquire()
order = []


def wait(n):
    with l:
        order.append(n)


ts = []
for n in range(5):
    t = threading.Thread(target=wait, args=(n,))
    t.start()
    ts.append(t)
print(order)
l.release()
for t in ts:
    t.join()
print(sorted(order))
attempt(type(l))
