# the price of threads, locks, queues and pools
import threading, queue, time
from concurrent.futures import ThreadPoolExecutor

def best(f, n, times=5):
    least = 9e9
    for _ in range(times):
        begin = time.perf_counter()
        f(n)
        least = min(least, time.perf_counter() - begin)
    return least / n * 1e6

def nothing(): pass

def start_join(n):
    for _ in range(n):
        t = threading.Thread(target=nothing)
        t.start()
        t.join()
print(f"Thread start and join\t{best(start_join, 2000):.2f}\tus\t<= 10")

lock = threading.Lock()
def locking(n):
    acquire, release = lock.acquire, lock.release
    for _ in range(n):
        acquire()
        release()
print(f"Lock acquire and release, uncontended\t{best(locking, 200000):.3f}\tus\t<= 0.1")
def with_lock(n):
    for _ in range(n):
        with lock:
            pass
print(f"with lock, uncontended\t{best(with_lock, 200000):.3f}\tus\t")

def ping_pong(n):
    a, b = queue.Queue(), queue.Queue()
    def pong():
        for _ in range(n):
            b.put(a.get())
    t = threading.Thread(target=pong)
    t.start()
    for i in range(n):
        a.put(i)
        b.get()
    t.join()
print(f"Queue ping-pong\t{best(ping_pong, 5000):.2f}\tus\t<= 5")
def simple_ping_pong(n):
    a, b = queue.SimpleQueue(), queue.SimpleQueue()
    def pong():
        for _ in range(n):
            b.put(a.get())
    t = threading.Thread(target=pong)
    t.start()
    for i in range(n):
        a.put(i)
        b.get()
    t.join()
print(f"SimpleQueue ping-pong\t{best(simple_ping_pong, 5000):.2f}\tus\t<= 5")

def pool(n):
    with ThreadPoolExecutor(4) as p:
        for f in [p.submit(nothing) for _ in range(n)]:
            f.result()
print(f"ThreadPoolExecutor task\t{best(pool, 5000):.2f}\tus\t<= 5")
