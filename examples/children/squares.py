# Work for several processes, in a program that embeds minipy: main.go. The
# workers are that program's own executable, whichever way they are started.
import multiprocessing as mp
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.shared_memory import SharedMemory


def square(n):
    return n * n, os.getpid()


def greet(conn, name):
    conn.send(f'hello from {name}')


def fill(name, value):
    memory = SharedMemory(name)
    memory.buf[:] = bytes([value]) * len(memory.buf)
    memory.close()


def main(method):
    ctx = mp.get_context(method)
    ours, its = ctx.Pipe()
    child = ctx.Process(target=greet, args=(its, f'a child by {method}'))
    child.start()
    print(ours.recv())
    child.join()
    print('exit status', child.exitcode)

    with ctx.Pool(2) as pool:
        results = pool.map(square, range(8))
    print([n for n, _ in results])
    print('in other processes:', all(pid != os.getpid() for _, pid in results))

    with ProcessPoolExecutor(2, mp_context=ctx) as pool:
        print(sum(n for n, _ in pool.map(square, range(100))))

    memory = SharedMemory(create=True, size=100)
    child = ctx.Process(target=fill, args=(memory.name, 7))
    child.start()
    child.join()
    print(sum(memory.buf))
    memory.close()
    memory.unlink()

    with ctx.Manager() as manager:
        names = manager.list(['one'])
        child = ctx.Process(target=names.append, args=('two',))
        child.start()
        child.join()
        print(list(names))


if __name__ == '__main__':
    for method in 'fork', 'spawn', 'forkserver':
        main(method)
