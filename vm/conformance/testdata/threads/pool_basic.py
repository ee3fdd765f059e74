import re
import threading
from concurrent.futures import ThreadPoolExecutor

def attempt(f, *args, **kwargs):
    try:
        print('->', f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, '|', re.sub('0x[0-9a-f]+', '0xX', str(e)))

with ThreadPoolExecutor(max_workers=3) as ex:
    fs = [ex.submit(pow, n, 2) for n in range(6)]
    print([f.result() for f in fs])
    print(ex.submit(lambda *a, **k: (a, k), 1, 2, fn=3, self=4).result())
    print(list(ex.map(pow, range(5), [2, 3, 2, 3, 2])), list(ex.map(str, [])), list(ex.map(str, 'ab', timeout=60, chunksize=10)))

    def fails(n):
        if n == 3:
            raise ValueError(f'bad {n}')
        return n

    it = ex.map(fails, range(6))
    for _ in range(4):
        attempt(next, it)
    attempt(next, it)
    f = ex.submit(fails, 3)
    print(repr(f.exception()), f.done())
    attempt(f.result)

    def nested(n):
        with ThreadPoolExecutor(2) as inner:
            return sum(inner.map(lambda x: x * x, range(n)))

    print(list(ex.map(nested, [1, 2, 3, 4])))
    attempt(ex.submit)
attempt(ex.submit, print)
attempt(ex.map, print, [1])
print(list(ex.map(print, [])))

attempt(ThreadPoolExecutor, 0)
attempt(ThreadPoolExecutor, -2)
attempt(ThreadPoolExecutor, 'x')
attempt(ThreadPoolExecutor, 1, initializer=5)
with ThreadPoolExecutor(2, 'worker') as ex:
    print(ex.submit(lambda: threading.current_thread().name).result())
with ThreadPoolExecutor(2) as ex:
    print(re.sub(r'\d+_', 'N_', ex.submit(lambda: threading.current_thread().name).result()))
    print(ex.submit(lambda: threading.current_thread().daemon).result())
# Threads are made as they are needed.
with ThreadPoolExecutor(10) as ex:
    for _ in range(5):
        ex.submit(int).result()
    print(len(ex._threads) <= 5)
with ThreadPoolExecutor(4) as ex:
    b = threading.Barrier(4)
    print(sorted(ex.map(lambda _: b.wait(), range(4))), len(ex._threads))
ThreadPoolExecutor().shutdown()
