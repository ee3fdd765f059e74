"""Ctrl-C reaches all processes of a program: it ends at once, with one traceback."""
import concurrent.futures
import multiprocessing as mp
import os
import signal
import subprocess
import sys
import time

from procfs import PATIENCE, members, until


def nap(seconds):
    time.sleep(seconds)


def busy(x):
    while True:
        pass


def scene(what, method):
    ctx = mp.get_context(method)
    with ctx.Pool(2) as pool:
        pool.map(nap, [0] * 4)
        print('ready', flush=True)
        if what == 'map':
            pool.map(nap, [1000] * 4)
        elif what == 'busy':
            pool.map(busy, [1000] * 4)
        elif what == 'imap':
            for _ in pool.imap(nap, [1000] * 4):
                pass
        elif what == 'get':
            pool.apply_async(busy, (1,)).get()
        elif what == 'sleep':
            time.sleep(1000)
        elif what == 'join':
            pool.map_async(nap, [1000] * 4)
            pool.close()
            pool.join()


def main():
    for method in 'fork', 'spawn', 'forkserver':
        for what in 'map', 'busy', 'imap', 'get', 'sleep', 'join':
            p = subprocess.Popen([sys.executable, __file__, what, method], start_new_session=True, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, text=True)
            ready = p.stdout.readline().strip()
            time.sleep(0.2)
            begun = time.monotonic()
            os.killpg(p.pid, signal.SIGINT)
            try:
                out, err = p.communicate(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                os.killpg(p.pid, signal.SIGKILL)
                out, err = p.communicate()
            spent = time.monotonic() - begun
            until(lambda: not members(p.pid))
            print(method, what, ready, p.returncode, spent < PATIENCE / 2 or spent, members(p.pid), err.count('Traceback'), err.splitlines()[-1:])
            if err.count('Traceback') != 1:
                print(err, file=sys.stderr)


if __name__ == '__main__':
    if len(sys.argv) > 1:
        scene(*sys.argv[1:])
    else:
        main()
