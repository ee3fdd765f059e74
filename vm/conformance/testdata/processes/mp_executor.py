from concurrent.futures import ProcessPoolExecutor, as_completed, wait
import os
def sq(x): return x * x
def bad(x): raise KeyError(x)
if __name__ == '__main__':
    with ProcessPoolExecutor(2) as ex:
        print(list(ex.map(sq, range(6))), list(ex.map(pow, [2, 3], [3, 2])), list(ex.map(sq, range(7), chunksize=3)))
        fs = [ex.submit(sq, i) for i in range(5)]; print(sorted(f.result() for f in as_completed(fs)), len(wait(fs).done))
        f = ex.submit(bad, 1); print(repr(f.exception()), type(f.exception().__cause__).__name__)
        try: f.result()
        except KeyError as e: print(e)
        print(type(ex.submit(lambda: 1).exception()).__name__)
        try: ex.map(sq, [1], chunksize=0)
        except ValueError as e: print(e)
    try: ex.submit(sq, 1)
    except RuntimeError as e: print(e)
    for kw in {'max_workers': 0}, {'initializer': 5}, {'max_tasks_per_child': 0}, {'max_tasks_per_child': 'x'}:
        try: ProcessPoolExecutor(**kw)
        except (ValueError, TypeError) as e: print(e)
