# short tasks, of which workers get several at a time: nothing is late, lost or done twice
import itertools
import multiprocessing as mp
import os

def begin(b, c):
    global barrier, counts
    barrier, counts = b, c

def quick(i):
    counts[i] += 1
    return i

def meet(i):
    counts[i] += 1
    barrier.wait(60)
    return i

def fail(i):
    counts[i] += 1
    raise ValueError(i)

def call(task):
    f, i = task
    return f(i)

class Unpicklable:
    def __reduce__(self):
        raise TypeError('not this one')

def main():
    n = 3000
    barrier, counts = mp.Barrier(2), mp.Array('i', n, lock=False)
    with mp.Pool(2, begin, (barrier, counts)) as pool:
        # Two tasks that wait for each other need two workers, wherever they come.
        tasks = [(quick, i) for i in range(n)]
        for i in range(400, n, 400):
            tasks[i] = meet, i
            tasks[i + 1] = meet, i + 1
        print(list(pool.imap(call, tasks)) == list(range(n)), set(counts))
        print(sorted(pool.imap_unordered(call, tasks)) == list(range(n)), set(counts))
        # ... and also when there is no end of tasks.
        endless = itertools.chain(((quick, i) for i in range(300)), [(meet, 300), (meet, 301)],
                                  ((quick, i % 300) for i in itertools.count()))
        results = pool.imap(call, endless)
        print([next(results) for _ in range(500)][298:304])
        pool.terminate()

    with mp.Pool(2, begin, (barrier, counts)) as pool:
        # Tasks that raise, cannot be sent, or are large, among others.
        tasks = [(quick, i) for i in range(1000)]
        tasks[100] = fail, 100
        tasks[500] = quick, Unpicklable()
        tasks[700] = len, 'x' * 100000
        tasks[900] = fail, 900
        results = pool.imap(call, tasks)
        seen = []
        while True:
            try:
                seen.append(next(results))
            except StopIteration:
                break
            except Exception as e:
                seen.append(f'{type(e).__name__}: {e}')
        print(len(seen), [x for i, x in enumerate(seen) if x != i])
        pool.close()
        pool.join()

if __name__ == '__main__':
    main()
