"""A process dies, by SIGKILL, while it uses a queue. Waiting for an item or for room, it takes nothing with it; in the middle of
an item the queue is of no use any more, and says so to everybody instead of giving out something else."""
import multiprocessing as mp
import queue
import time

from procfs import PATIENCE, at_rest, go_on, stop, until

BIG = 1 << 22


def reader(q):
    q.get()


def writer(q, size):
    q.put(b'x' * size)
    time.sleep(1000)


def settle(*processes):
    """Wait until processes do: for all that they do here is to begin, and then to wait."""
    until(lambda: all(at_rest(p.pid) for p in processes))


def ended(p):
    p.kill()
    p.join(PATIENCE)


def attempt(f, *args):
    try:
        value = f(*args)
        return value if value is None or len(value) < 100 else len(value)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


def waiting(ctx, name, make):
    q = make()
    readers = [ctx.Process(target=reader, args=(q,)) for _ in range(3)]
    for p in readers:
        p.start()
    settle(*readers)
    for p in readers:
        ended(p)
    q.put('after readers')
    print(name, make.__name__, attempt(q.get))
    # One that waits for room has written a part; it dies before anybody reads.
    if make.__name__ == 'Queue':
        q = make(1)
        q.put('first')
        p = ctx.Process(target=writer, args=(q, 10))
        p.start()
        settle(p)
        ended(p)
        print(attempt(q.get), attempt(q.put, 'second'), attempt(q.get, True, PATIENCE))


def middle(ctx, name, make):
    q = make()
    p = ctx.Process(target=writer, args=(q, BIG))
    p.start()
    until(lambda: not q.empty())
    settle(p)   # the pipe is full
    ended(p)
    print('half written', attempt(q.put, b'y' * 10) if make.__name__ == 'SimpleQueue' else None, end=' ')
    q = make()
    other = ctx.Process(target=writer, args=(q, BIG))
    other.start()
    p = ctx.Process(target=reader, args=(q,))
    until(lambda: not q.empty())
    stop(other.pid)     # the reader gets what is in the pipe
    p.start()
    until(q.empty)
    settle(p)
    ended(p)
    go_on(other.pid)
    print('half read', attempt(q.get))
    ended(other)


def main():
    for name in 'fork', 'spawn', 'forkserver':
        ctx = mp.get_context(name)
        for make in ctx.Queue, ctx.SimpleQueue:
            waiting(ctx, name, make)
            middle(ctx, name, make)


if __name__ == '__main__':
    main()
