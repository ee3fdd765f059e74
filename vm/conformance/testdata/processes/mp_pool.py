import multiprocessing as mp
def sq(x): return x * x
def add(a, b=0): return a + b
def bad(x):
    if x == 3: raise ValueError('three')
    return x
def unp(x): return lambda: x
if __name__ == '__main__':
    with mp.Pool(2) as p:
        print(p.apply(add, (1,), {'b': 2}), p.map(sq, range(10)), p.map(sq, range(10), 3), p.map(sq, []))
        print(list(p.imap(sq, range(5))), sorted(p.imap_unordered(sq, range(5))), list(p.imap(sq, range(7), 3)), p.starmap(add, [(1, 2), (3, 4)]))
        got = []; r = p.apply_async(sq, (5,), callback=got.append); print(r.get(60), got, r.ready(), r.successful())
        r = p.apply_async(bad, (3,), error_callback=lambda e: got.append(str(e))); r.wait(); print(got, r.successful())
        for f in (lambda: p.map(bad, range(5))), (lambda: list(p.imap(bad, range(5)))), (lambda: p.apply(bad, (3,))):
            try: f()
            except ValueError as e: print(e, type(e.__cause__).__name__)
        try: p.apply(unp, (1,))
        except mp.pool.MaybeEncodingError as e: print(str(e)[:20])
        it = p.imap(bad, [1, 3, 2]); print(next(it))
        try: next(it)
        except ValueError as e: print(e)
        print(next(it), next(it, 'end')); print(p.map_async(sq, [1, 2]).get(), p.starmap_async(add, [(1, 1)]).get())
    try: p.apply(sq, (1,))
    except ValueError as e: print(e)
    for args in (0,), (2, 5):
        try: mp.Pool(*args)
        except (ValueError, TypeError) as e: print(e)
    p = mp.Pool(1); r = p.map_async(sq, range(5)); p.close(); p.join(); print(r.get())
    try: p.join(); print('again')
    except ValueError as e: print(e)
