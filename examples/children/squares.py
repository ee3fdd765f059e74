# Work for several processes, in a program that embeds minipy: main.go. The
# workers are that program's own executable.
import multiprocessing as mp
import os
from concurrent.futures import ProcessPoolExecutor


def square(n):
    return n * n, os.getpid()


def greet(conn, name):
    conn.send(f'hello from {name}')


if __name__ == '__main__':
    ours, its = mp.Pipe()
    child = mp.Process(target=greet, args=(its, 'a child'))
    child.start()
    print(ours.recv())
    child.join()
    print('exit status', child.exitcode)

    with mp.Pool(2) as pool:
        results = pool.map(square, range(8))
    print([n for n, _ in results])
    print('in other processes:', all(pid != os.getpid() for _, pid in results))

    with ProcessPoolExecutor(2) as pool:
        print(sum(n for n, _ in pool.map(square, range(100))))
