import threading
import time
from concurrent.futures import ThreadPoolExecutor, CancelledError

go = threading.Event()
ex = ThreadPoolExecutor(1)
first = ex.submit(go.wait)
waiting = [ex.submit(print, 'never') for _ in range(4)]
while not first.running():
    time.sleep(0.001)
print([f.cancel() for f in waiting[:1]])
ex.shutdown(wait=False, cancel_futures=True)
print([f.cancelled() for f in waiting], first.running())
go.set()
ex.shutdown()
print(first.result(), [f.done() for f in waiting])
try:
    waiting[1].result()
except CancelledError as e:
    print('cancelled', e.args)
try:
    ex.submit(print)
except RuntimeError as e:
    print(e)

# shutdown(wait=False): what was submitted runs all the same.
log = []
ex = ThreadPoolExecutor(2)
fs = [ex.submit(log.append, n) for n in range(5)]
ex.shutdown(wait=False)
print([f.result() for f in fs], sorted(log))
ex.shutdown()

# An exception in the with statement waits too.
try:
    with ThreadPoolExecutor(1) as ex:
        f = ex.submit(time.sleep, 0.02)
        raise KeyError('out')
except KeyError:
    print(f.done())

# The program's end waits for the pools.
ex = ThreadPoolExecutor(2)
over = threading.Event()
threading._register_atexit(over.set)
ex.submit(lambda: (over.wait(), print('at the end')))


def late():
    threading.main_thread().join()
    try:
        ex.submit(print)
    except RuntimeError as e:
        print(e)


threading.Thread(target=late).start()
print('main ends')
