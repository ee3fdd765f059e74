"""Ctrl-C at any time, while processes are being started, too, and twice: the program ends at once, tells of it once, and leaves nothing."""
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


def nap(seconds):
    time.sleep(seconds)


def pool(ctx):
    with ctx.Pool(3) as pool:
        pool.map(nap, [0.001] * 20 + [1000] * 3)


def executor(ctx):
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=ctx) as executor:
        list(executor.map(nap, [0.001] * 20 + [1000] * 3))


def manager(ctx):
    with ctx.Manager() as manager, ctx.Pool(2) as pool:
        pool.map(manager.list().append, range(10))
        time.sleep(1000)


def memory(ctx):
    # What it leaves is for the resource tracker, which Ctrl-C is not for.
    try:
        kept = shared_memory.SharedMemory(create=True, size=1000), mp.util.get_temp_dir()
        time.sleep(1000)
    except KeyboardInterrupt:
        os.kill(os.getpid(), signal.SIGKILL)


SCENES = pool, executor, manager, memory


def interrupt(what, method, delay, twice):
    """What is wrong about the end of a scene that is interrupted after some seconds."""
    with tempfile.TemporaryDirectory() as folder:
        p = subprocess.Popen([sys.executable, __file__, what, method], start_new_session=True, stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, text=True, env={**os.environ, 'TMPDIR': folder})
        time.sleep(delay)
        os.killpg(p.pid, signal.SIGINT)
        if twice:
            time.sleep(0.01)
            os.killpg(p.pid, signal.SIGINT)
        try:
            err = p.communicate(timeout=PATIENCE)[1]
        except subprocess.TimeoutExpired:
            for pid in members(p.pid):
                os.kill(pid, signal.SIGKILL)
            return ['hangs', p.communicate()[1]]
        until(lambda: not members(p.pid))
        wrong = []
        if p.returncode not in (-signal.SIGINT, -signal.SIGKILL if what == 'memory' else -signal.SIGINT):
            wrong.append(p.returncode)
        if err.count('Traceback (most') - err.count('another exception occurred') > 1 and not twice:
            wrong.append(err)
        if (left := members(p.pid)) or os.listdir(folder):
            wrong.append((left, os.listdir(folder)))
        return wrong


def main():
    for scene in SCENES:
        for method in 'fork', 'spawn', 'forkserver':
            wrong = []
            for step in range(6):
                wrong += interrupt(scene.__name__, method, 0.02 + 0.06 * step, twice=False)
            wrong += interrupt(scene.__name__, method, 0.3, twice=True)
            print(scene.__name__, method, 'ok' if not wrong else wrong, flush=True)


if __name__ == '__main__':
    if len(sys.argv) > 1:
        globals()[sys.argv[1]](mp.get_context(sys.argv[2]))
    else:
        main()
