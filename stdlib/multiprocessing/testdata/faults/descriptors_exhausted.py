"""There are no more descriptors, at any point of a start: OSError, nothing is left running or open, and afterwards all is
as before."""
import concurrent.futures
import errno
import gc
import multiprocessing as mp
import os
import resource
import sys

from procfs import PATIENCE, until


def nothing(*args):
    return 5


def descriptors():
    gc.collect()
    return len(os.listdir('/proc/self/fd'))


def process(ctx):
    p = ctx.Process(target=nothing)
    p.start()
    p.join(PATIENCE)
    p.close()


def pool(ctx):
    with ctx.Pool(3) as pool:
        pool.apply_async(nothing).get(PATIENCE)
    pool.join()


def executor(ctx):
    with concurrent.futures.ProcessPoolExecutor(3, mp_context=ctx) as executor:
        executor.submit(nothing).result(PATIENCE)


def manager(ctx):
    with ctx.Manager() as manager:
        manager.list([1]).append(2)


def queue(ctx):
    q = ctx.Queue()
    q.put(3)
    q.get(timeout=PATIENCE)
    q.close()
    q.join_thread()


def starved(do, ctx, room):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    last = max(map(int, os.listdir('/proc/self/fd')))
    holes = []
    while not holes or holes[-1] < last:
        holes.append(os.open(os.devnull, os.O_RDONLY))
    resource.setrlimit(resource.RLIMIT_NOFILE, (holes[-1] + room, hard))
    try:
        do(ctx)
        return 'done'
    except OSError as e:
        return 'OSError' if e.errno in (errno.EMFILE, errno.EBADF) else repr(e)
    except (EOFError, RuntimeError, mp.ProcessError, mp.TimeoutError, concurrent.futures.TimeoutError) as e:
        # The child has begun, and found that it has too few.
        return 'OSError' if room > 3 else repr(e)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        for fd in holes:
            os.close(fd)


def main():
    for method in 'fork', 'spawn', 'forkserver':
        ctx = mp.get_context(method)
        for do in process, pool, executor, manager, queue:
            do(ctx)     # what is made once, a server perhaps, stays
            before = descriptors()
            results = [starved(do, ctx, room) for room in (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 60)]
            until(lambda: not mp.active_children() and descriptors() <= before)
            print(method, do.__name__, results[0], results[-1], set(results) <= {'OSError', 'done'} or results, mp.active_children(), descriptors() - before <= 2)
            do(ctx)


if __name__ == '__main__':
    sys.stderr = open(os.devnull, 'w')
    os.dup2(sys.stderr.fileno(), 2)
    main()
