"""A worker of a Pool that ends in the middle of a task: the task fails at once and
says how, the other tasks complete, and another worker takes its place."""
import multiprocessing as mp
import os
import signal
import time

from procfs import PATIENCE


def die(how):
    if how == 'kill':
        os.kill(os.getpid(), signal.SIGKILL)
    elif how == 'exit':
        os._exit(3)
    elif how == 'exit 0':
        os._exit(0)
    elif how == 'abort':
        os.abort()
    elif how == 'SystemExit':
        raise SystemExit(7)
    return 'alive'


def square(x):
    time.sleep(0.001)
    return x * x


def failure(result):
    try:
        return result.get(PATIENCE)
    except Exception as e:
        status = f'exit status {e.exitcode}'
        return type(e).__name__, e.exitcode, status in str(e), 'worker process' in str(e)


def main():
    for method in 'fork', 'spawn', 'forkserver':
        ctx = mp.get_context(method)
        with ctx.Pool(2) as pool:
            before = pool.map_async(square, range(200), chunksize=10)
            lost = [(how, pool.apply_async(die, (how,))) for how in ('kill', 'exit', 'exit 0', 'SystemExit')]
            after = pool.imap_unordered(square, range(50))
            for how, result in lost:
                print(method, how, failure(result))
            print(before.get(PATIENCE) == [x * x for x in range(200)], sorted(after) == [x * x for x in range(50)])
            # A map() of which one part is lost fails; imap() goes on after it.
            results = pool.imap(die, ['', 'kill', '', 'exit', ''])
            got = []
            while True:
                try:
                    got.append(results.next(PATIENCE))
                except StopIteration:
                    break
                except Exception as e:
                    got.append(e.exitcode)
            print(got)
            try:
                pool.map(die, ['', 'exit', ''], chunksize=1)
            except Exception as e:
                print(type(e).__name__, e.exitcode)
            print(pool.apply(square, (9,)))
    print('children left', len(mp.active_children()))


if __name__ == '__main__':
    main()
