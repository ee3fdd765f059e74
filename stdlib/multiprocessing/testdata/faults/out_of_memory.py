"""A worker for which there is no memory any more: its task fails at once, by MemoryError or with the worker, and the others
complete."""
import multiprocessing as mp
import resource
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from procfs import PATIENCE

MIB = 1 << 20


def used():
    """The address space that this process has, in bytes."""
    with open('/proc/self/statm') as f:
        return int(f.read().split()[0]) * resource.getpagesize()


def devour(how):
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (used() + 100 * MIB, hard))
    if how == 'at once':
        return len(bytearray(4000 * MIB))
    kept = []
    while True:
        kept.append(bytearray(MIB))


def square(x):
    return x * x


def main():
    for method in 'fork', 'spawn', 'forkserver':
        ctx = mp.get_context(method)
        with ctx.Pool(2) as pool:
            for how in 'at once', 'bit by bit':
                before = pool.map_async(square, range(100), chunksize=5)
                result = pool.apply_async(devour, (how,))
                after = pool.map_async(square, range(100), chunksize=5)
                try:
                    outcome = result.get(PATIENCE)
                except (MemoryError, mp.pool.WorkerLost) as e:
                    outcome = 'failed'
                    if isinstance(e, mp.pool.WorkerLost) and f'exit status {e.exitcode}' not in str(e):
                        outcome = e
                # A worker that is left with hardly any memory may end in a later task.
                others = []
                for r in before, after:
                    try:
                        others.append(r.get(PATIENCE) == [x * x for x in range(100)])
                    except mp.pool.WorkerLost as e:
                        others.append(True)
                print(method, how, outcome, others)
        with ProcessPoolExecutor(1, mp_context=ctx) as executor:
            try:
                print(executor.submit(devour, 'bit by bit').result(PATIENCE))
            except (MemoryError, BrokenProcessPool) as e:
                print('executor', 'failed')


if __name__ == '__main__':
    main()
