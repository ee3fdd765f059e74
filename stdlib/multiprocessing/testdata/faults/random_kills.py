"""Workers of a pool are killed at random moments: every task is accounted for, as done or as lost with its worker, none is
done twice, and the pool goes on. --full: 1,000 kills over 100,000 tasks."""
import multiprocessing as mp
import os
import random
import signal
import sys
import tempfile
import threading
import time

from procfs import PATIENCE

TASKS, KILLS = (100_000, 1_000) if '--full' in sys.argv else (3_000, 40)
LEAD = 5 * TASKS // KILLS  # how many tasks may be given out ahead of the kills


def init(fd):
    global ledger
    ledger = fd


def work(i):
    """Note in a file that the task was begun: one write is whole or not at all."""
    os.write(ledger, i.to_bytes(4, 'little'))
    if i % 10 == 0:
        time.sleep(0.001)
    return i


def killer(pool, kills, done):
    rng = random.Random(5)
    while kills[0] < KILLS and not done.is_set():
        victims = [p for p in list(pool._pool)]
        if victims:
            p = rng.choice(victims)
            try:
                os.kill(p.pid, signal.SIGKILL)
                kills[0] += 1
            except (ProcessLookupError, TypeError, ValueError):
                pass
        # As many kills as there are to be, spread over the tasks.
        while kills[0] * TASKS > KILLS * finished[0] and not done.is_set():
            time.sleep(0.0005)


def paced(kills):
    """The tasks; however fast the pool is, the kills keep up with them."""
    for i in range(TASKS):
        while kills[0] < KILLS and kills[0] * TASKS < KILLS * (i - LEAD):
            time.sleep(0.0005)
        yield i


def main():
    global finished
    with tempfile.TemporaryDirectory() as folder:
        fd = os.open(os.path.join(folder, 'ledger'), os.O_RDWR | os.O_CREAT | os.O_APPEND)
    finished = [0]
    kills, done = [0], threading.Event()
    ok, lost, other = set(), 0, []
    with mp.get_context('fork').Pool(4, init, (fd,)) as pool:
        t = threading.Thread(target=killer, args=(pool, kills, done))
        t.start()
        results = pool.imap(work, paced(kills))
        for i in range(TASKS):
            try:
                value = results.next(PATIENCE)
                if value != i or value in ok:
                    other.append((i, value))
                ok.add(value)
            except mp.pool.WorkerLost as e:
                if e.exitcode != -9:
                    other.append((i, e))
                lost += 1
            except BaseException as e:
                other.append((i, e))
                if isinstance(e, mp.TimeoutError):
                    break
            finished[0] += 1
        done.set()
        t.join()
        print('still working', pool.map(abs, range(-3, 0)))
    size = os.fstat(fd).st_size
    data = os.pread(fd, size, 0)
    begun = [int.from_bytes(data[i:i + 4], 'little') for i in range(0, size, 4)]
    print('accounted for', len(ok) + lost == TASKS, other[:3])
    print('none twice', len(begun) == len(set(begun)), 'all that is done was begun', ok <= set(begun))
    print('killed enough', kills[0] >= KILLS * 0.8, 'lost only with a worker', lost <= kills[0])
    print(f'{len(ok)} done, {lost} lost, {kills[0]} kills', file=sys.stderr)


if __name__ == '__main__':
    main()
