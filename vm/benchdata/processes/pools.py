# tasks of process pools, and what two processes are worth
import multiprocessing as mp, time
from concurrent.futures import ProcessPoolExecutor

def same(x):
    return x

def work(n):
    total = 0
    for i in range(n):
        total += i * i % 7
    return total

def best(f, times=5):
    least = 9e9
    for _ in range(times):
        begin = time.perf_counter()
        f()
        least = min(least, time.perf_counter() - begin)
    return least

def imap(pool, n):
    for _ in pool.imap(same, range(n)):
        pass

if __name__ == '__main__':
    n = 3000
    with mp.Pool(2) as pool:
        imap(pool, 100)
        print(f'Pool(2).imap, a task\t{best(lambda: imap(pool, n)) / n * 1e6:.1f}\tus\t<= python3')
        print(f'Pool(2).apply, a task\t{best(lambda: [pool.apply(same, (1,)) for _ in range(n)]) / n * 1e6:.1f}\tus\t<= python3')
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(same, range(100)))
        print(f'ProcessPoolExecutor(2).map, a task\t{best(lambda: list(pool.map(same, range(n)))) / n * 1e6:.1f}\tus\t<= python3')
    jobs = [1_500_000] * 4
    alone = best(lambda: [work(n) for n in jobs], 3)
    with mp.Pool(2) as pool:
        pool.map(same, [1, 2])
        print(f'Pool(2) on CPU-bound jobs\t{alone / best(lambda: pool.map(work, jobs, 1), 3):.2f}\tx one process\t>= 1.8')
