from multiprocessing.pool import ThreadPool
from multiprocessing.dummy import Pool, Process, current_process
import threading
if __name__ == '__main__':
    seen = []
    with ThreadPool(3) as p:
        print(p.map(lambda x: x * 2, range(6)), list(p.imap(str, range(4))), sorted(p.imap_unordered(abs, [-1, -2])), p.apply(max, (1, 2)), p.starmap(pow, [(2, 3)]))
        try: p.map(int, ['1', 'x'])
        except ValueError as e: print(e)
        p.map(seen.append, range(3)); print(sorted(seen))
    with Pool(2) as p: print(p.map(len, ['a', 'bb']))
    t = Process(target=seen.append, args=('t',)); t.start(); t.join(); print(seen[-1], t.exitcode)
