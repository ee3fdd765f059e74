"""Descriptors, zombies and memory do not accumulate over many processes. --full: 2,000 of each kind."""
import gc
import multiprocessing as mp
import os
import sys

COUNT = 2_000 if '--full' in sys.argv else 60


def nothing(*args):
    pass


def zombies():
    n = 0
    for name in os.listdir('/proc'):
        if name.isdigit():
            try:
                with open(f'/proc/{name}/stat') as f:
                    fields = f.read().rpartition(')')[2].split()
            except OSError:
                continue
            n += fields[0] == 'Z' and int(fields[1]) == os.getpid()
    return n


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
            gc.collect()
            after = descriptors()
            print(method, make.__name__, zombies(), after - before <= 4 or after - before, len(mp.active_children()))


if __name__ == '__main__':
    main()
