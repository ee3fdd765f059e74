"""A child that cannot end as it should says why: what it has printed goes nowhere, or what is done at its end fails."""
import multiprocessing as mp
import os
import sys
import tempfile
import threading


def told(path):
    """Have what this process says of itself in a file."""
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(fd, 2)
    os.close(fd)


def printing(path):
    told(path)
    r, w = os.pipe()
    os.dup2(w, 1)
    os.close(r)
    os.close(w)
    print('lost')


def stuck():
    raise OSError('nobody can end this')


def ending(path):
    told(path)
    threading._register_atexit(stuck)


def main():
    for method in 'fork', 'spawn', 'forkserver':
        ctx = mp.get_context(method)
        for target in printing, ending:
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, 'said')
                p = ctx.Process(target=target, args=(path,))
                p.start()
                p.join()
                with open(path) as f:
                    lines = f.read().splitlines()
            print(method, target.__name__, p.exitcode, lines[-1:])


if __name__ == '__main__':
    main()
