# N CPU-bound threads against one that does the same work alone
import threading, time

def work(n):
    counts = {}
    total = 0
    for i in range(n):
        k = i % 61
        counts[k] = counts.get(k, 0) + i
        if k & 1:
            total += len(str(i))
    return total

def run(threads, total):
    ts = [threading.Thread(target=work, args=(total // threads,)) for _ in range(threads)]
    begin = time.perf_counter()
    for t in ts: t.start()
    for t in ts: t.join()
    return time.perf_counter() - begin

def countdown(n):
    while n > 0:
        n -= 1

def run_countdown(threads, total):
    ts = [threading.Thread(target=countdown, args=(total // threads,)) for _ in range(threads)]
    begin = time.perf_counter()
    for t in ts: t.start()
    for t in ts: t.join()
    return time.perf_counter() - begin

for name, f, total in (("mixed work", run, 600000), ("countdown loop", run_countdown, 8000000)):
    best = {n: 9e9 for n in (1, 2, 4, 16, 100)}
    for _ in range(5):
        for n in best:
            best[n] = min(best[n], f(n, total))
    for n in (2, 4, 16, 100):
        print(f"{name}, {n} threads\t{best[1] / best[n]:.2f}\tx one thread\t>= 0.9")
