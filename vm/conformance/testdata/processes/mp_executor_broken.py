from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
import multiprocessing as mp, os
X = None
def die(): os._exit(5)
def init(x): global X; X = x
def get(): return X
def pid(): return os.getpid()
if __name__ == '__main__':
    ex = ProcessPoolExecutor(2); f = ex.submit(die)
    try: f.result()
    except BrokenProcessPool as e: print(e)
    try: ex.submit(get)
    except BrokenProcessPool as e: print(e)
    ex.shutdown()
    with ProcessPoolExecutor(1, initializer=init, initargs=('x',)) as ex: print(ex.submit(get).result())
    with ProcessPoolExecutor(1, max_tasks_per_child=1) as ex: print(len({ex.submit(pid).result() for _ in range(3)}))
    with ProcessPoolExecutor(1, mp_context=mp.get_context('spawn'), initializer=init, initargs=(3,)) as ex: print(ex.submit(get).result())
    with ProcessPoolExecutor(1, mp_context=mp.get_context('forkserver')) as ex: print(ex.submit(get).result())
