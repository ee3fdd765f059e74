import multiprocessing as mp, pickle
def f(x): pass
if __name__ == '__main__':
    c = mp.get_context('spawn')
    for p in c.Process(target=lambda: 1), c.Process(target=f, args=(open,), kwargs={'x': lambda: 0}):
        try: p.start()
        except (pickle.PicklingError, AttributeError) as e: print(type(e).__name__)
        print(p.pid if p._popen else None)
    for make in mp.Lock, mp.Queue, mp.SimpleQueue, lambda: mp.Value('i'):
        try: pickle.dumps(make())
        except RuntimeError as e: print(e)
    try: pickle.dumps(mp.current_process().authkey)
    except TypeError as e: print(e)
