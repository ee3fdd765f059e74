"""A process that dies holding a Lock or RLock: whoever waits for it gets it. A semaphore knows no
holder: waiting for it ends by the time-out."""
import multiprocessing as mp
import os
import signal
import time

from procfs import PATIENCE, until


def hold(lock, held, how):
    lock.acquire()
    held.set()
    if how == 'kill':
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(1)


def main():
    for method in 'fork', 'spawn', 'forkserver':
        ctx = mp.get_context(method)
        for kind in 'Lock', 'RLock':
            for how in 'kill', 'exit':
                lock, held = getattr(ctx, kind)(), ctx.Event()
                p = ctx.Process(target=hold, args=(lock, held, how))
                p.start()
                held.wait(PATIENCE)
                t = time.monotonic()
                print(method, kind, how, lock.acquire(timeout=PATIENCE), time.monotonic() - t < PATIENCE / 2, end=' ')
                lock.release()
                p.join(PATIENCE)
                print(p.exitcode, lock.acquire(False))
        # Who does not wait, but asks again and again, gets it, too.
        lock, held = ctx.Lock(), ctx.Event()
        p = ctx.Process(target=hold, args=(lock, held, 'kill'))
        p.start()
        held.wait(PATIENCE)
        print(method, 'asking', until(lambda: lock.acquire(False)))
        p.join(PATIENCE)
        semaphore, held = ctx.Semaphore(1), ctx.Event()
        p = ctx.Process(target=hold, args=(semaphore, held, 'kill'))
        p.start()
        p.join(PATIENCE)
        print(method, 'Semaphore', semaphore.acquire(timeout=0.3))
        # A Value's lock is one of these.
        v = ctx.Value('i', 5)
        p = ctx.Process(target=hold, args=(v.get_lock(), held, 'kill'))
        p.start()
        p.join(PATIENCE)
        with v.get_lock():
            v.value += 1
        print(v.value)


if __name__ == '__main__':
    main()
