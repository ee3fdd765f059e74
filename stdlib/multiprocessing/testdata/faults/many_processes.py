"""Descriptors, zombies and memory do not accumulate over many processes. --full: 2,000 of each kind."""
import gc
import multiprocessing as mp
import os
import signal
import sys
import threading
import time

from procfs import until, zombies

COUNT = 2_000 if '--full' in sys.argv else 60


def nothing(*args):
    pass


def descriptors():
    gc.collect()
    return len(os.listdir('/proc/self/fd'))


def joined(ctx):
    for _ in range(COUNT):
        p = ctx.Process(target=nothing)
        p.start()
        p.join()


def forgotten(ctx):
    """Nobody joins them: the next start and active_children() find the ends."""
    for _ in range(COUNT):
        p = ctx.Process(target=nothing)
        p.start()
        if len(mp.active_children()) > 8:
            p.join()
    while mp.active_children():
        p.join()


def pool(ctx):
    with ctx.Pool(2, maxtasksperchild=1) as pool:
        pool.map(nothing, range(COUNT), chunksize=1)


def ends(status):
    if status < 0:
        time.sleep(1000)
    sys.exit(status)


def threaded(ctx):
    """Started, killed and joined by many threads at once: each learns how its own have ended."""
    wrong = []

    def life(wanted):
        for status in wanted:
            p = ctx.Process(target=ends, args=(status,))
            p.start()
            if status < 0:
                os.kill(p.pid, -status)
            p.join()
            if p.exitcode != status:
                wrong.append((p.exitcode, status))

    threads = [threading.Thread(target=life, args=([-signal.SIGKILL if i % 7 == 0 else i % 5 for i in range(n, COUNT, 8)],))
               for n in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    if wrong:
        print('unexpected:', wrong)


def main():
    for method in 'fork', 'spawn', 'forkserver':
        ctx = mp.get_context(method)
        for make in joined, forgotten, threaded, pool:
            p = ctx.Process(target=nothing)
            p.start()
            p.join()
            before = descriptors()
            make(ctx)
            until(lambda: not zombies(os.getpid()) and descriptors() - before <= 4)
            more = descriptors() - before
            print(method, make.__name__, len(zombies(os.getpid())), more <= 4 or more, len(mp.active_children()))


if __name__ == '__main__':
    main()
