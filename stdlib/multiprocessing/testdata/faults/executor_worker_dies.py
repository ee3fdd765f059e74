"""A worker of a ProcessPoolExecutor that ends: everything that is not done fails with
BrokenProcessPool, whose cause names the exit status, and so does every later submit()."""
import multiprocessing as mp
import os
import signal
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from procfs import PATIENCE


def die(how, gate):
    while not os.path.exists(gate):
        time.sleep(0.01)
    if how == 'kill':
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(3)


def nap(seconds):
    time.sleep(seconds)
    return seconds


def bad_start():
    raise ValueError('no')


def main():
    for method in 'fork', 'spawn', 'forkserver':
        for how in 'kill', 'exit':
            with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(2, mp_context=mp.get_context(method)) as executor:
                gate = os.path.join(folder, 'gate')
                done = executor.submit(nap, 0)
                done.result(PATIENCE)
                lost = executor.submit(die, how, gate)
                running = executor.submit(nap, 100)
                waiting = [executor.submit(nap, 0) for _ in range(5)]
                open(gate, 'x').close()
                for future in lost, running, *waiting:
                    try:
                        future.result(PATIENCE)
                    except BrokenProcessPool as e:
                        cause = str(e.__cause__)
                if future is waiting[-1]:
                    print(method, how, done.result(), 'exit status ' + {'kill': '-9', 'exit': '3'}[how] in cause)
                try:
                    executor.submit(nap, 0)
                except BrokenProcessPool as e:
                    print('later:', e)
        with ProcessPoolExecutor(1, mp_context=mp.get_context(method), initializer=bad_start) as executor:
            try:
                executor.submit(nap, 0).result(PATIENCE)
            except BrokenProcessPool as e:
                print('initializer:', e)
    print('children left', len(mp.active_children()))


if __name__ == '__main__':
    import sys
    import os
    sys.stderr = open(os.devnull, 'w')
    os.dup2(sys.stderr.fileno(), 2)
    main()
