"""Joining a child that has put more into a Queue than anybody has read: it does not hang where the parent
holds the reading end, and nothing of what it has put is lost."""
import multiprocessing as mp
import time

from procfs import PATIENCE

SIZE = 2_000_000


def put(q, n):
    for i in range(n):
        q.put(bytes([i]) * SIZE)


def put_simple(q):
    q.put(b'z' * SIZE)


def main():
    for method in 'fork', 'spawn', 'forkserver':
        ctx = mp.get_context(method)
        for kind in 'Queue', 'JoinableQueue':
            q = getattr(ctx, kind)()
            p = ctx.Process(target=put, args=(q, 3))
            p.start()
            t = time.monotonic()
            p.join(1.0)
            print(method, kind, 'timed join', p.exitcode in (None, 0), time.monotonic() - t < PATIENCE / 2)
            p.join()
            print(p.exitcode, [q.get(timeout=PATIENCE)[:1] for _ in range(3)], q.empty())
        q = ctx.SimpleQueue()
        p = ctx.Process(target=put_simple, args=(q,))
        p.start()
        p.join(0.5)
        print(method, 'SimpleQueue', p.exitcode)
        print(len(q.get()) == SIZE)
        p.join(PATIENCE)
        print(p.exitcode)


if __name__ == '__main__':
    main()
