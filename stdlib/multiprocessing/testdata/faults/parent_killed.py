"""The program's first process is killed with SIGKILL: soon there is no process of it any more, and
nothing is left in /dev/shm or the temporary folder."""
import concurrent.futures
import multiprocessing as mp
import os
import signal
import subprocess
import sys
import tempfile
import time
from multiprocessing import shared_memory

from procfs import PATIENCE, members, until


def forever(*args):
    time.sleep(1000)


def busy(*args):
    while True:
        pass


def deaf(*args):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    time.sleep(1000)


def parent(*args):
    p = mp.Process(target=forever)
    p.start()
    p.join()


def scene(what, method):
    ctx = mp.get_context(method)
    keep = []
    if what == 'processes':
        keep = [ctx.Process(target=f, args=(), daemon=f is busy) for f in (forever, busy, deaf, parent)]
        for p in keep:
            p.start()
    elif what == 'pool':
        keep = ctx.Pool(2)
        keep.map_async(busy, range(10))
    elif what == 'idle pool':
        keep = ctx.Pool(2)
    elif what == 'executor':
        keep = concurrent.futures.ProcessPoolExecutor(2, mp_context=ctx)
        for f in forever, busy, forever:
            keep.submit(f)
    elif what == 'manager':
        keep = ctx.Manager(), shared_memory.SharedMemory(create=True, size=100000), mp.util.get_temp_dir(), ctx.Lock(), ctx.Array('i', 1000)
        ctx.Process(target=forever, args=(keep[0].list(),)).start()
    elif what == 'queue':
        q = ctx.Queue()
        for i in range(3):
            ctx.Process(target=q.put, args=(b'x' * 10_000_000,)).start()
        ctx.Process(target=ctx.Queue().get).start()
        keep = q
    time.sleep(0.3)
    print('ready', *([keep[1].name] if what == 'manager' else []), flush=True)
    time.sleep(1000)


def main():
    for what in 'processes', 'pool', 'idle pool', 'executor', 'manager', 'queue':
        for method in 'fork', 'spawn', 'forkserver':
            with tempfile.TemporaryDirectory() as folder:
                p = subprocess.Popen([sys.executable, __file__, what, method], start_new_session=True, stdout=subprocess.PIPE,
                                     stderr=subprocess.DEVNULL, env={**os.environ, 'TMPDIR': folder})
                ready, *names = p.stdout.readline().decode().split()
                many = len(members(p.pid)) > 2
                p.kill()
                p.wait()
                killed = time.monotonic()
                # The process that clears up after the others is the last to end.
                until(lambda: not members(p.pid))
                spent = time.monotonic() - killed
                in_time = spent < PATIENCE / 2 or spent
                left = members(p.pid)
                mine = [name for name in names if os.path.exists('/dev/shm/' + name)]
                print(what, method, ready, many, left, in_time, os.listdir(folder), mine)
                print(what, method, f'{spent:.2f}', file=sys.stderr)
                for pid in left:
                    os.kill(pid, signal.SIGKILL)


if __name__ == '__main__':
    if len(sys.argv) > 1:
        scene(*sys.argv[1:])
    else:
        main()
