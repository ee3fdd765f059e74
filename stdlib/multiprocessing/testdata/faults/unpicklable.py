"""What cannot be pickled is said to the caller, at the call, and nothing is left running."""
import multiprocessing as mp
import pickle
import re
import threading
from concurrent.futures import ProcessPoolExecutor

from procfs import PATIENCE


def identity(x):
    return x


def give_lock(x):
    return threading.Lock()


class Odd(Exception):
    def __init__(self, a, b):
        super().__init__(a)


def raise_odd(x):
    raise Odd(1, 2)


def show(what, f, *args):
    try:
        print(what, f(*args))
    except Exception as e:
        print(what, type(e).__name__, re.sub('0x[0-9a-f]+', '0x...', str(e)))


def main():
    for method in 'spawn', 'forkserver':
        ctx = mp.get_context(method)
        for target, args in (lambda: 0, ()), (identity, (threading.Lock(),)), (identity, (lambda: 0,)):
            p = ctx.Process(target=target, args=args)
            try:
                p.start()
            except (pickle.PicklingError, AttributeError, TypeError) as e:
                print(method, type(e).__name__, p.pid, p.is_alive() if p._popen else None)
    for method in 'fork', 'spawn', 'forkserver':
        with mp.get_context(method).Pool(2) as pool:
            for f, x in (lambda x: x, 1), (identity, threading.Lock()), (identity, 5):
                show('apply', pool.apply, f, (x,))
            show('map', pool.map, identity, [1, threading.Lock(), 3])
            show('result', pool.apply, give_lock, (1,))
            show('imap', list, pool.imap(identity, [1, threading.Lock(), 3]))
            show('exception', lambda: pool.apply_async(raise_odd, (1,)).get(PATIENCE))
            show('still', pool.map, identity, [1, 2, 3])
        with ProcessPoolExecutor(1, mp_context=mp.get_context(method)) as executor:
            show('submit', executor.submit(lambda: 0).result, PATIENCE)
            show('submit', executor.submit(identity, threading.Lock()).result, PATIENCE)
            show('result', executor.submit(give_lock, 1).result, PATIENCE)
            show('still', executor.submit(identity, 5).result, PATIENCE)
    q = mp.Queue()
    r, w = mp.Pipe()
    show('send', w.send, threading.Lock())
    show('send', w.send, 5)
    show('recv', r.recv)
    show('simple', mp.SimpleQueue().put, threading.Lock())
    q.put(6)
    show('get', q.get, True, PATIENCE)


if __name__ == '__main__':
    main()
