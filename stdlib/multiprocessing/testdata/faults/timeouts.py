"""Time-outs are honoured everywhere, however busy the other side is."""
import multiprocessing as mp
import queue
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from multiprocessing import connection

from procfs import PATIENCE


def sleepy(seconds=1000):
    time.sleep(seconds)


def busy():
    while True:
        pass


def timed(what, f, *args, **kwds):
    t = time.monotonic()
    try:
        result = f(*args, **kwds)
    except Exception as e:
        result = type(e).__name__
    spent = time.monotonic() - t
    print(what, result, 0.15 <= spent < PATIENCE / 2 or spent)


def main():
    for method in 'fork', 'spawn', 'forkserver':
        ctx = mp.get_context(method)
        for target in sleepy, busy:
            p = ctx.Process(target=target)
            p.start()
            timed('join', p.join, 0.2)
            timed('join', p.join, timeout=0.2)
            timed('wait', connection.wait, [p.sentinel], 0.2)
            print(p.exitcode, p.is_alive())
            p.terminate()
            p.join(PATIENCE)
            print(p.exitcode)
    lock = mp.Lock()
    lock.acquire()
    timed('Lock', lock.acquire, True, 0.2)
    timed('Semaphore', mp.Semaphore(0).acquire, timeout=0.2)
    timed('Event', mp.Event().wait, 0.2)
    condition = mp.Condition()
    with condition:
        timed('Condition', condition.wait, 0.2)
        timed('wait_for', condition.wait_for, lambda: False, 0.2)
    timed('Barrier', mp.Barrier(2).wait, 0.2)
    timed('Queue', mp.Queue().get, timeout=0.2)
    full = mp.Queue(1)
    full.put(1)
    timed('full Queue', full.put, 2, timeout=0.2)
    print(full.get(timeout=PATIENCE))
    r, w = mp.Pipe()
    timed('poll', r.poll, 0.2)
    w.send(1)
    print(r.poll(PATIENCE), r.recv())
    with mp.Pool(1) as pool:
        result = pool.apply_async(sleepy)
        timed('get', result.get, 0.2)
        timed('wait', result.wait, 0.2)
        timed('next', pool.imap(sleepy, [1000]).next, 0.2)
    executor = ProcessPoolExecutor(1)
    future = executor.submit(sleepy)
    timed('result', future.result, 0.2)
    list(executor._processes.values())[0].kill()
    timed('broken', lambda: (time.sleep(0.2), type(future.exception(PATIENCE)).__name__))
    executor.shutdown()


if __name__ == '__main__':
    main()
