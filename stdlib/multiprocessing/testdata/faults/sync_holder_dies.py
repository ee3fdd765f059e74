"""A process dies in the middle of using what keeps processes in step: the others go on, by the rules in multiprocessing.synchronize's
documentation; none waits for ever."""
import multiprocessing as mp
import os
import signal
import threading
import time

from procfs import PATIENCE


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def inside(semaphore, ready):
    with semaphore:
        ready.send(1)
        time.sleep(1000)


def taken(semaphore, ready):
    semaphore.acquire()
    ready.send(1)
    time.sleep(1000)


def waiting(thing, ready):
    """Waits for a Condition, which is said to the parent while it is held, an Event or a Barrier."""
    if hasattr(thing, 'notify'):
        with thing:
            ready.send(1)
            thing.wait()
    else:
        ready.send(1)
        try:
            thing.wait()
        except threading.BrokenBarrierError:
            print('broken', flush=True)


def holding(condition, ready):
    with condition:
        ready.send(1)
        time.sleep(1000)


class Crew:
    """Processes that wait for something or have it."""

    def __init__(self, ctx, target, thing, count):
        self.processes = []
        for _ in range(count):
            ours, its = ctx.Pipe()
            p = ctx.Process(target=target, args=(thing, its))
            p.start()
            its.close()
            ours.recv()
            self.processes.append(p)

    def kill(self, count):
        for p in self.processes[:count]:
            p.kill()
            p.join(PATIENCE)

    def join(self):
        for p in self.processes:
            p.join(PATIENCE)
        return [p.exitcode for p in self.processes]


def in_time(f, *args):
    t = time.monotonic()
    result = f(*args)
    spent = time.monotonic() - t
    return result, spent < PATIENCE / 2 or spent


def semaphores(ctx, name):
    for kind in ctx.Semaphore, ctx.BoundedSemaphore:
        semaphore = kind(3)
        crew = Crew(ctx, inside, semaphore, 3)
        print(name, kind.__name__, semaphore.acquire(False), end=' ')
        crew.kill(2)
        print(in_time(semaphore.acquire, True, PATIENCE), in_time(semaphore.acquire, True, PATIENCE), semaphore.acquire(True, 0.5))
        semaphore.release()
        semaphore.release()
        crew.kill(3)
        print(in_time(semaphore.acquire, True, PATIENCE), in_time(semaphore.acquire, True, PATIENCE), in_time(semaphore.acquire, True, PATIENCE),
              semaphore.acquire(True, 0.5))
    semaphore = ctx.Semaphore(2)
    Crew(ctx, taken, semaphore, 2).kill(2)
    print(name, 'by acquire()', semaphore.acquire(True, 0.5))


def conditions(ctx, name):
    condition = ctx.Condition()
    Crew(ctx, holding, condition, 1).kill(1)
    print(name, 'Condition', in_time(condition.acquire, True, PATIENCE), end=' ')
    condition.release()
    crew = Crew(ctx, waiting, condition, 5)
    with condition:     # all of them wait
        pass
    crew.kill(3)
    with condition:
        print(in_time(condition.notify), in_time(condition.notify_all), end=' ')
    print(crew.join(), end=' ')
    with condition:
        print(in_time(condition.notify_all))


def events(ctx, name):
    event = ctx.Event()
    crew = Crew(ctx, waiting, event, 3)
    time.sleep(0.2)
    crew.kill(2)
    print(name, 'Event', in_time(event.set), crew.join(), event.is_set())


def barriers(ctx, name):
    barrier = ctx.Barrier(4)
    crew = Crew(ctx, waiting, barrier, 3)
    while barrier.n_waiting < 3:
        time.sleep(0.01)
    crew.kill(1)
    print(name, 'Barrier', crew.join(), barrier.broken)
    barrier.reset()
    crew = Crew(ctx, waiting, barrier, 3)
    try:
        print(in_time(barrier.wait, PATIENCE)[1], crew.join())
    except threading.BrokenBarrierError as e:
        print(repr(e), crew.join(), barrier.broken)


def main():
    for name in 'fork', 'spawn', 'forkserver':
        ctx = mp.get_context(name)
        for check in semaphores, conditions, events, barriers:
            check(ctx, name)


if __name__ == '__main__':
    main()
