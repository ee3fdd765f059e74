"""The system refuses processes (EAGAIN), now and then or for good: OSError, what has been started is ended; a pool that cannot
replace its workers fails what waits instead of waiting for ever.

A Go program of which threads are refused cannot go on, so that a real limit cannot be used: the calls are replaced."""
import concurrent.futures
import errno
import multiprocessing as mp
import os
import signal
import time
from multiprocessing import util

from procfs import PATIENCE, until


class Refusing:
    """Refuses calls after so many."""

    def __init__(self, module, name, allowed):
        self.module, self.name, self.allowed = module, name, allowed
        self.refused = 0

    def __enter__(self):
        self.real = getattr(self.module, self.name)
        setattr(self.module, self.name, self)
        return self

    def __exit__(self, *exc):
        setattr(self.module, self.name, self.real)

    def __call__(self, *args):
        if self.allowed <= 0:
            self.refused += 1
            raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        self.allowed -= 1
        return self.real(*args)


def nothing(*args):
    return 5


def nap(seconds):
    time.sleep(seconds)
    return seconds


def show(what, f, *args):
    try:
        print(what, f(*args))
    except Exception as e:
        print(what, type(e).__name__, e)


def state():
    return len(mp.active_children()), len(os.listdir('/proc/self/fd'))


def main():
    for method, module, name in ('fork', os, 'fork'), ('spawn', util, 'spawnv_passfds'):
        ctx = mp.get_context(method)
        p = ctx.Process(target=nothing)
        p.start()
        p.join()
        p.close()
        before = state()
        for allowed in 0, 1, 2, 3:
            with Refusing(module, name, allowed):
                if not allowed:
                    show(f'{method} start', ctx.Process(target=nothing).start)
                show(f'{method} Pool, {allowed} workers', ctx.Pool, 4)
        with Refusing(module, name, 0):
            show('Manager', ctx.Manager)
            with concurrent.futures.ProcessPoolExecutor(4, mp_context=ctx) as executor:
                show('submit', executor.submit, nothing)
        until(lambda: state() <= (before[0], before[1] + 2))
        print('as before', state() <= (before[0], before[1] + 2) or (before, state()))
        replacing(ctx, module, name)


def kill_workers(pool):
    """Until the pool knows that it has none."""
    for p in list(pool._pool):
        os.kill(p.pid, signal.SIGKILL)
    until(lambda: not pool._pool)


def replacing(ctx, module, name):
    with ctx.Pool(2) as pool:
        pool.map(nothing, range(4))
        with Refusing(module, name, 0) as refusing:
            kill_workers(pool)
            result = pool.apply_async(nap, (0.01,))
            until(lambda: refusing.refused >= 3)    # it gives up after some more
            refusing.allowed = 1000
            show('later', result.get, PATIENCE)
            until(lambda: len(pool._pool) == 2)
            refusing.allowed = 0
            kill_workers(pool)
            show('never', lambda: pool.apply_async(nap, (0.01,)).get(PATIENCE))
        show('again', lambda: pool.apply_async(nap, (0.01,)).get(PATIENCE))


if __name__ == '__main__':
    main()
