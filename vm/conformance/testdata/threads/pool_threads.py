# What a pool's threads share and how they end.
import gc
import threading
import time
from concurrent.futures import ThreadPoolExecutor, Future, Executor


class Mine(Executor):
    """An executor of one's own needs submit() alone."""

    def submit(self, fn, /, *args, **kwargs):
        f = Future()
        f.set_running_or_notify_cancel()
        try:
            f.set_result(fn(*args, **kwargs))
        except Exception as e:
            f.set_exception(e)
        return f


with Mine() as ex:
    print(list(ex.map(pow, [2, 3], [3, 2])), repr(ex.submit(int, 'x').exception()))
try:
    Executor().submit(print)
except NotImplementedError as e:
    print('not implemented', e.args)

counter, lock = 0, threading.Lock()


def add(n):
    global counter
    for _ in range(n):
        with lock:
            counter += 1
    return n


with ThreadPoolExecutor(5) as ex:
    print(sum(ex.map(add, [100] * 20)), counter)

# A pool that nobody refers to any more lets its threads go.
before = threading.active_count()
ex = ThreadPoolExecutor(3)
print(list(ex.map(int, '123')))
threads = list(ex._threads)
ex.shutdown()
print([t.is_alive() for t in threads], threading.active_count() == before)

# Exceptions of every kind end up in the future.
with ThreadPoolExecutor(1) as ex:
    def leave():
        raise SystemExit(3)
    print(repr(ex.submit(leave).exception()))

    def interrupt():
        raise KeyboardInterrupt
    print(repr(ex.submit(interrupt).exception()))
    print(ex.submit(lambda: 'goes on').result())

# Cancelled before its turn.
with ThreadPoolExecutor(1) as ex:
    go = threading.Event()
    first, second = ex.submit(go.wait), ex.submit(print, 'never')
    while not first.running():
        time.sleep(0.001)
    print(second.cancel(), second.cancelled(), first.cancel())
    go.set()
print(second.done(), first.result())
