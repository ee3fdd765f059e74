"""Descriptors, zombies and memory do not accumulate over many processes. --full: 2,000 of each kind."""
import gc
import multiprocessing as mp
import os
import sys

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


def main():
    for method in 'fork', 'spawn', 'forkserver':
        ctx = mp.get_context(method)
        for make in joined, forgotten, pool:
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
